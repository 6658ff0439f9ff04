import { Link } from 'wouter'
import type { Shown } from '../api/api'
import { useFormats } from '../format/format'
import { Panel } from '../parts/Panel'
import { Scrolled } from '../parts/Scrolled'
import { Empty, Loaded } from '../parts/States'
import { Table } from '../parts/Table'
import { useWords } from '../words/language'
import { BandMoves } from './BandMoves'
import { comparisonTexts } from './judgeWords'
import { useComparison } from './reads'
import { Scatter } from './Scatter'

type Compared = Shown['ModelComparison']

/** Champion and challenger side by side, on the clients that both have scored. */
export function Comparison({ model }: { model: Shown['ShownModel'] }) {
  const w = useWords(comparisonTexts)
  const asked = useComparison(model.name, model.challenger !== null)
  if (model.challenger === null) {
    return (
      <Empty title={w.none}>
        <p className="quiet">{w.noneWhat}</p>
      </Empty>
    )
  }
  return (
    <Loaded from={asked} lines={10}>
      {compared =>
        compared.clients === 0 ? (
          <Empty title={w.nobodyYet}>
            <p className="quiet">{w.nobodyYetWhat}</p>
          </Empty>
        ) : (
          <div className="models-panels">
            <Scatter compared={compared} name={model.name} />
            <div className="models-column">
              <Bands compared={compared} />
              <Outcomes compared={compared} />
              <Disagreements compared={compared} />
            </div>
          </div>
        )
      }
    </Loaded>
  )
}

function Bands({ compared }: { compared: Compared }) {
  const w = useWords(comparisonTexts)
  const format = useFormats()
  const changed = Object.values(compared.bandChanges)
    .flatMap(to => Object.values(to))
    .reduce((sum, n) => sum + n, 0)
  return (
    <Panel title={w.bands} help={w.bandsHelp} summary={w.bandsSummary(changed, format.whole(changed))}>
      <BandMoves moves={compared.bandChanges} from={w.champion} to={w.challenger} />
    </Panel>
  )
}

function Outcomes({ compared }: { compared: Compared }) {
  const w = useWords(comparisonTexts)
  const format = useFormats()
  const outcomes = compared.outcomes
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : format.percent(value)
  const auc = (value: number | null | undefined) => (value === null || value === undefined ? '–' : format.three(value))
  return (
    <Panel
      title={w.outcomes}
      help={w.outcomesHelp}
      summary={`${w.outcomesSummary(format.count(compared.departures))}${outcomes ? '' : ` ${w.tooFew}`}`}
    >
      {outcomes && (
        <Table
          caption={w.outcomes}
          rows={[
            {
              name: w.flagged,
              a: format.whole(outcomes.champion.flagged),
              b: format.whole(outcomes.challenger.flagged),
            },
            { name: w.precision, a: share(outcomes.champion.precision), b: share(outcomes.challenger.precision) },
            { name: w.recall, a: share(outcomes.champion.recall), b: share(outcomes.challenger.recall) },
            { name: w.auc, a: auc(outcomes.champion.auc), b: auc(outcomes.challenger.auc) },
          ]}
          keyOf={row => row.name}
          columns={[
            { name: w.measure, cell: row => row.name },
            { name: `${compared.champion}`, number: true, cell: row => row.a },
            { name: `${compared.challenger}`, number: true, cell: row => row.b },
          ]}
        />
      )}
    </Panel>
  )
}

function Disagreements({ compared }: { compared: Compared }) {
  const w = useWords(comparisonTexts)
  const format = useFormats()
  return (
    <Panel title={w.disagreements} help={w.disagreementsHelp}>
      <Scrolled label={w.disagreements} className="wide tall">
        <Table
          caption={w.disagreements}
          rows={compared.disagreements}
          keyOf={client => client.clientId}
          columns={[
            {
              name: w.client,
              // Whoever isn't told who somebody is has the id.
              cell: client => (
                <Link href={`/clients/${encodeURIComponent(client.clientId)}`}>{client.name ?? client.clientId}</Link>
              ),
            },
            { name: w.champion, number: true, cell: client => format.risk(client.champion) },
            { name: w.challenger, number: true, cell: client => format.risk(client.challenger) },
            {
              name: w.differenceColumn,
              number: true,
              cell: client => format.points(client.challenger - client.champion),
            },
          ]}
        />
      </Scrolled>
    </Panel>
  )
}
