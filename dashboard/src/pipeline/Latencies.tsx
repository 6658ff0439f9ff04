import type { Percentiles, PipelineNow } from '../api/pipeline'
import { useFormats } from '../format/format'
import { Panel } from '../parts/Panel'
import { Table } from '../parts/Table'
import { useWords } from '../words/language'
import { ceiling } from './history'
import { texts } from './words'

const STEPS = ['eventToTopic', 'eventToScore', 'eventToReadable'] as const

/** How long events took to come how far. */
export function Latencies({ latencies }: { latencies: PipelineNow['latencies'] }) {
  const w = useWords(texts)
  const format = useFormats()
  const rows = STEPS.map(step => ({ step, ...latencies[step] }))
  const told = (millis: number | null) => (millis === null ? '–' : format.seconds(millis))
  const most = ceiling(Math.max(0, ...rows.map(row => row.p99 ?? 0)))
  const p95 = latencies.eventToReadable.p95
  return (
    <Panel
      title={w.latencies}
      help={w.latenciesHelp}
      summary={p95 === null ? w.noLatencies : w.latenciesSummary(format.seconds(p95))}
      table={
        <Table
          caption={w.latencies}
          rows={rows}
          keyOf={row => row.step}
          columns={[
            { name: w.step, cell: row => w.latencyNames[row.step] },
            { name: 'p50', number: true, cell: row => told(row.p50) },
            { name: 'p95', number: true, cell: row => told(row.p95) },
            { name: 'p99', number: true, cell: row => told(row.p99) },
            { name: w.events, number: true, cell: row => format.whole(row.count) },
          ]}
        />
      }
    >
      <ul className="latencies">
        {rows.map(row => (
          <li key={row.step}>
            <span>{w.latencyNames[row.step]}</span>
            <Bars of={row} most={most} />
            <span className="latency-figures">
              {(['p50', 'p95', 'p99'] as const).map(percentile => (
                <span key={percentile}>
                  <span className="quiet">{percentile}</span> {told(row[percentile])}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet latency-scale">
        <span>0</span>
        <span>{format.seconds(most)}</span>
      </p>
    </Panel>
  )
}

/** Three bars in one, each as long as its percentile. */
function Bars({ of, most }: { of: Percentiles; most: number }) {
  const share = (millis: number | null) => `${Math.min(100, ((millis ?? 0) / most) * 100)}%`
  return (
    <span className="latency-bar" aria-hidden="true">
      <span className="latency-99" style={{ inlineSize: share(of.p99) }} />
      <span className="latency-95" style={{ inlineSize: share(of.p95) }} />
      <span className="latency-50" style={{ inlineSize: share(of.p50) }} />
    </span>
  )
}
