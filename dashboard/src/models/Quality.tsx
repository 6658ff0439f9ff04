import type { Shown } from '../api/api'
import { useFormats } from '../format/format'
import { Panel } from '../parts/Panel'
import { Loaded } from '../parts/States'
import { Table } from '../parts/Table'
import { useWords } from '../words/language'
import { AfterTheFact } from './AfterTheFact'
import { qualityTexts } from './judgeWords'
import { Rolling } from './Rolling'
import { useQuality } from './reads'

type Asked = Shown['ModelQuality']

/** What became of the scores that a version gave as champion. */
export function Quality({ name, version }: { name: string; version: number }) {
  const asked = useQuality(name, version)
  return (
    <Loaded from={asked} lines={8}>
      {quality => (
        <div className="models-panels">
          <Judged quality={quality} />
          {quality.calibration && <AfterTheFact calibration={quality.calibration} />}
          <Rolling points={quality.rolling} />
          <SoFar quality={quality} />
        </div>
      )}
    </Loaded>
  )
}

function Judged({ quality }: { quality: Asked }) {
  const w = useWords(qualityTexts)
  const format = useFormats()
  const { scores, left, measures, why } = quality.matured
  if (!measures) {
    const next = quality.soFar.nextMaturesAt
    return (
      <Panel title={w.title} help={w.help}>
        <div className="state">
          <p className="state-title">{scores === 0 ? w.nothing : (why ?? w.nothing)}</p>
          {next && (
            <p className="quiet">
              {w.nothingUntil} {format.day(next)}.
            </p>
          )}
        </div>
      </Panel>
    )
  }
  const figure = (value: Shown['Figure'], tell: (n: number) => string) => ({
    value: tell(value.value),
    interval: `${tell(value.low)} – ${tell(value.high)}`,
  })
  const rows = [
    { name: w.auc, ...figure(measures.auc, format.three) },
    { name: w.predicted, value: format.percent(measures.predicted), interval: '' },
    { name: w.observed, ...figure(measures.observed, format.percent) },
    ...(measures.precision ? [{ name: w.precision, ...figure(measures.precision, format.percent) }] : []),
    { name: w.recall, value: format.percent(measures.recall), interval: '' },
    { name: w.brier, value: format.three(measures.brier), interval: '' },
  ]
  return (
    <Panel
      title={w.title}
      help={w.help}
      summary={w.summary(format.count(scores), format.count(left), format.count(quality.horizonDays))}
    >
      <Table
        caption={w.title}
        rows={rows}
        keyOf={row => row.name}
        columns={[
          { name: w.measure, cell: row => row.name },
          { name: w.value, number: true, cell: row => row.value },
          { name: w.interval, number: true, cell: row => row.interval },
        ]}
      />
    </Panel>
  )
}

function SoFar({ quality }: { quality: Asked }) {
  const w = useWords(qualityTexts)
  const format = useFormats()
  const { soFar } = quality
  if (soFar.open === 0) return null
  return (
    <Panel title={w.soFar} help={w.soFarHelp}>
      <Table
        caption={w.soFar}
        rows={[
          { name: w.flagged, ...soFar.flagged },
          { name: w.others, ...soFar.others },
        ]}
        keyOf={row => row.name}
        columns={[
          { name: w.group, cell: row => row.name },
          { name: w.n, number: true, cell: row => format.whole(row.scores) },
          { name: w.left, number: true, cell: row => format.whole(row.left) },
          {
            name: w.share,
            number: true,
            cell: row =>
              row.shareAtLeast === null || row.shareAtLeast === undefined ? '–' : format.percent(row.shareAtLeast),
          },
          {
            name: w.watched,
            number: true,
            cell: row =>
              row.daysObserved === null || row.daysObserved === undefined ? '–' : format.whole(row.daysObserved),
          },
        ]}
      />
    </Panel>
  )
}
