import { Fragment, type ReactNode } from 'react'
import type { Edge, PipelineNow } from '../api/pipeline'
import { useFormats } from '../format/format'
import { useStanding } from '../live/live'
import { Panel } from '../parts/Panel'
import { Table } from '../parts/Table'
import { useWords } from '../words/language'
import type { Outages, Service } from './health'
import { texts } from './words'

const STAGES = ['command', 'store', 'relay', 'events-topic', 'scoring', 'scores-topic', 'projection', 'page'] as const

type StageName = (typeof STAGES)[number]

/** Who makes which stage go; the store and the topics are there or not with those that write to them. */
const SERVED_BY: Partial<Record<StageName, Service>> = {
  command: 'command-service',
  relay: 'command-service',
  scoring: 'scoring-streams',
  projection: 'query-service',
}

/** The way drawn: stages in a row (or in a column), and what is on the way between them. */
export function Way({ now, outages, known }: { now: PipelineNow | undefined; outages: Outages; known: boolean }) {
  const w = useWords(texts)
  const format = useFormats()
  const stage = (name: string) => now?.stages.find(each => each.name === name)
  const rate = (name: string) => stage(name)?.perSecond?.last10Seconds ?? null
  // Of a way that only one part uses: what that part handles.
  const rates: Record<string, number | null> = {
    'command/store': rate('store'),
    'store/relay': rate('relay'),
    'relay/events-topic': rate('relay'),
    'events-topic/scoring': rate('scoring'),
    'scoring/scores-topic': rate('scoring'),
    'events-topic/projection': rate('projection'),
  }
  const edge = (from: string, to: string) => now?.edges.find(each => each.from === from && each.to === to)
  const told = (from: string, to: string) => <OnTheWay rate={rates[`${from}/${to}`] ?? null} edge={edge(from, to)} />
  const p50 = now?.latencies.eventToReadable.p50
  const total = rate('store')
  return (
    <Panel
      title={w.way}
      help={w.wayHelp}
      summary={
        total !== null && p50 !== null && p50 !== undefined
          ? w.waySummary(format.one(total), format.seconds(p50))
          : undefined
      }
      table={
        now && (
          <Table
            caption={w.way}
            rows={now.edges}
            keyOf={each => `${each.from}/${each.to}`}
            columns={[
              { name: w.edge, cell: each => `${w.stages[each.from] ?? each.from} → ${w.stages[each.to] ?? each.to}` },
              {
                name: w.rate,
                number: true,
                cell: each => {
                  const known = rates[`${each.from}/${each.to}`]
                  return known === null || known === undefined ? '–' : format.one(known)
                },
              },
              {
                name: w.waits,
                number: true,
                cell: each => (each.records === null ? '–' : format.whole(each.records)),
              },
              {
                name: w.oldest,
                number: true,
                cell: each => (each.millis === null ? '–' : format.seconds(each.millis)),
              },
            ]}
          />
        )
      }
    >
      <ol className="way">
        {STAGES.map((name, place) => (
          <Fragment key={name}>
            {place > 0 && <li className="way-edge">{told(STAGES[place - 1] ?? '', name)}</li>}
            <li className={`way-stage way-${name}`}>
              <b>{w.stages[name]}</b>
              {name === 'page' ? (
                <PageState />
              ) : (
                <StageState service={SERVED_BY[name]} outages={outages} known={known} />
              )}
              <Facts name={name} now={now} />
            </li>
          </Fragment>
        ))}
      </ol>
      <div className="way-beside">
        <span>{w.byEvents}</span>
        {told('events-topic', 'projection')}
      </div>
    </Panel>
  )
}

function OnTheWay({ rate, edge }: { rate: number | null; edge: Edge | undefined }) {
  const w = useWords(texts)
  const format = useFormats()
  const waits = edge?.records ?? null
  return (
    <>
      <span className="way-rate">{rate === null ? '' : w.perSecond(format[rate < 100 ? 'one' : 'whole'](rate))}</span>
      <span className="way-arrow" aria-hidden="true" />
      <span className={waits ? 'way-waits way-some' : 'way-waits'}>
        {waits !== null && (waits === 0 ? w.nothingWaits : w.waiting(format.whole(waits)))}
        {waits !== null && waits > 0 && edge?.millis ? `, ${format.seconds(edge.millis)}` : ''}
      </span>
    </>
  )
}

function StageState({ service, outages, known }: { service?: Service; outages: Outages; known: boolean }): ReactNode {
  const w = useWords(texts)
  if (!service) return null
  if (!known || outages.has('')) return <span className="way-state quiet">{w.unknown}</span>
  const isDown = outages.has(service)
  return <span className={isDown ? 'way-state way-down' : 'way-state way-up'}>{isDown ? w.down : w.up}</span>
}

function PageState() {
  const w = useWords(texts)
  const format = useFormats()
  const standing = useStanding()
  if (standing.state !== 'live') return <span className="way-state way-down">{w.notLive}</span>
  return (
    <span className="way-state way-up">
      {standing.behindMillis > 0 ? w.behind(format.seconds(standing.behindMillis)) : w.live}
    </span>
  )
}

function Facts({ name, now }: { name: string; now: PipelineNow | undefined }) {
  const w = useWords(texts)
  const format = useFormats()
  const stage = now?.stages.find(each => each.name === name)
  const instances = now?.parts.find(each => each.name === name)?.instances ?? null
  return (
    <span className="quiet">
      {stage?.records != null &&
        (stage.kind === 'topic' ? w.offsets(format.whole(stage.records)) : w.records(format.whole(stage.records)))}
      {instances !== null && (
        <>
          <br />
          {instances === 1 ? w.oneInstance : w.instances(format.whole(instances))}
        </>
      )}
    </span>
  )
}
