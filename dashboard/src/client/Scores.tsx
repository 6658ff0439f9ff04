import type { Shown } from '../api/api'
import type { ListedEvent } from '../api/events'
import { useFormats } from '../format/format'
import { Panel } from '../parts/Panel'
import { Scrolled } from '../parts/Scrolled'
import { Loaded } from '../parts/States'
import { Ago } from '../parts/Time'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { modelOf } from './overtime'
import type { useScores } from './reads'
import { texts } from './words'

/** Every score record, with the version that gave it. */
export function Scores({ scores, events }: { scores: ReturnType<typeof useScores>; events: ListedEvent[] }) {
  const w = useWords(texts)
  const common = useWords(shared)
  const format = useFormats()
  const types = new Map(events.map(event => [event.version, event.type]))
  const why = (score: Shown['ShownScore']) => {
    const type = score.trigger === 'event' ? types.get(score.clientVersion) : undefined
    return type ? ((w.eventNames as Record<string, string>)[type] ?? type) : w.triggers[score.trigger]
  }
  return (
    <Panel
      title={w.history}
      help={w.historyHelp}
      summary={scores.data && w.historySummary(format.whole(scores.data.length))}
    >
      <Loaded from={scores} lines={4}>
        {rows => (
          <Scrolled label={w.history} className="scrolled">
            <table>
              <thead>
                <tr>
                  <th scope="col">{w.time}</th>
                  <th scope="col" className="number">
                    {w.risk}
                  </th>
                  <th scope="col">{w.band}</th>
                  <th scope="col">{w.model}</th>
                  <th scope="col">{w.trigger}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(score => (
                  <tr key={score.scoreId}>
                    <td>
                      <Ago at={score.scoredAt} />
                    </td>
                    <td className="number">{score.probability === null ? '' : format.risk(score.probability)}</td>
                    <td>{score.band ? common.bands[score.band] : <Outcome score={score} />}</td>
                    <td>{modelOf(score)}</td>
                    <td className="quiet">{why(score)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolled>
        )}
      </Loaded>
      {scores.hasNextPage && (
        <button type="button" disabled={scores.isFetchingNextPage} onClick={() => void scores.fetchNextPage()}>
          {w.older}
        </button>
      )}
    </Panel>
  )
}

/** Why there is no number, in the model's own words where it is the model that has none. */
function Outcome({ score }: { score: Shown['ShownScore'] }) {
  const w = useWords(texts)
  const problem = score.outcome === 'unscorable' ? score.problem : null
  return (
    <>
      {w.outcomes[score.outcome]}
      {problem && <span className="quiet"> {problem}</span>}
    </>
  )
}
