import type { ReactNode } from 'react'
import { useState } from 'react'
import type { Shown } from '../api/api'
import { useSummary } from '../api/reads'
import type { SummaryTrend } from '../api/risk'
import { type Formats, useFormats } from '../format/format'
import { Panel } from '../parts/Panel'
import { Stale } from '../parts/Stale'
import { Loaded } from '../parts/States'
import { Table } from '../parts/Table'
import { useMarked } from '../parts/useMarked'
import { useWords } from '../words/language'
import './figures.css'
import { useTrend } from './reads'
import { leftLastMonth, lineOf, type Measured, type Spot, spotsOf } from './trend'
import { texts } from './words'

/** The five numbers of a portfolio, each with how it got there. */
export function Figures() {
  const w = useWords(texts).figures
  const format = useFormats()
  const summary = useSummary()
  const trend = useTrend()
  const table = trend.data && (
    <Table
      caption={w.title}
      keyOf={point => point.at}
      rows={trend.data.points.toReversed()}
      columns={[
        { name: w.moment, cell: point => format.moment(point.at) },
        { name: w.clients, number: true, cell: point => format.whole(point.active) },
        { name: w.atRisk, number: true, cell: point => format.whole(point.atRisk) },
        { name: w.value, number: true, cell: point => format.money(point.valueAtRisk) },
        { name: w.unassigned, number: true, cell: point => format.whole(point.unassignedAtRisk) },
      ]}
    />
  )
  return (
    <Panel title={w.title} help={w.help} table={table}>
      <Stale from={summary} />
      <Loaded from={summary} lines={3}>
        {now => (
          <ul className="figures">
            <Trended label={w.clients} name="active" now={now} trend={trend.data} show={format.whole}>
              {w.of(format.whole(now.clients))}
            </Trended>
            <Trended label={w.atRisk} name="atRisk" now={now} trend={trend.data} show={format.whole}>
              {w.share(format.percent(now.active > 0 ? now.atRisk / now.active : 0))}
            </Trended>
            <Trended label={w.value} name="valueAtRisk" now={now} trend={trend.data} show={format.money} />
            <Trended label={w.unassigned} name="unassignedAtRisk" now={now} trend={trend.data} show={format.whole} />
            <Left trend={trend.data} />
          </ul>
        )}
      </Loaded>
    </Panel>
  )
}

interface Figured {
  label: string
  name: Measured
  now: Shown['Summary']
  trend: SummaryTrend | undefined
  show: (n: number) => string
  children?: ReactNode
}

function Trended({ label, name, now, trend, show, children }: Figured) {
  const w = useWords(texts).figures
  const format = useFormats()
  const [opened] = useState(() => Date.now())
  const told = show(Number(now[name]))
  const spots = trend ? spotsOf(trend.points, now, Math.max(opened, Date.now()), name) : []
  const first = spots[0]
  let since = w.noTrend
  if (first && spots.length > 1) {
    const change = Number(now[name]) - first.value
    const when = moment(format, first)
    since = change === 0 ? w.same(when) : w.since((change > 0 ? '+' : '−') + show(Math.abs(change)), when)
  }
  return (
    <li>
      <h3>{label}</h3>
      <p className={`figure ${useMarked(told)}`}>{told}</p>
      {trend && spots.length > 1 && (
        <svg className="figure-line" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <path d={lineOf(spots)} />
        </svg>
      )}
      <p className="figure-more">
        {children && <span>{children}</span>}
        {trend && <span>{since}</span>}
      </p>
    </li>
  )
}

function Left({ trend }: { trend: SummaryTrend | undefined }) {
  const w = useWords(texts).figures
  const format = useFormats()
  const told = trend ? format.whole(trend.leftThisMonth) : '–'
  const before = trend ? leftLastMonth(trend) : null
  const most = Math.max(1, ...(trend?.departures.map(month => month.left) ?? []))
  return (
    <li>
      <h3>{w.left}</h3>
      <p className={`figure ${useMarked(told)}`}>{told}</p>
      {trend && (
        <svg className="figure-line" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {trend.departures.map((month, index) => {
            const height = (month.left / most) * 90
            const x = (index / trend.departures.length) * 100
            return <rect key={month.month} x={x} y={98 - height} width={6} height={height + 2} />
          })}
        </svg>
      )}
      <p className="figure-more">{before !== null && <span>{w.lastMonth(format.whole(before))}</span>}</p>
    </li>
  )
}

const DAY = 86_400_000

const moment = (format: Formats, spot: Spot) =>
  Date.now() - spot.at < DAY ? format.hour(new Date(spot.at)) : format.dayMonth(new Date(spot.at))
