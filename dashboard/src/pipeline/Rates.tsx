import { useFormats } from '../format/format'
import { axis, Chart } from '../parts/Chart'
import { Panel } from '../parts/Panel'
import { Table } from '../parts/Table'
import { useOption } from '../parts/useOption'
import { useWords } from '../words/language'
import { ceiling, type Moment, RATES } from './history'
import { texts } from './words'

const SPAN = 300_000
const DASHES = { store: 'solid', relay: 'dashed', scoring: 'solid', projection: 'dashed' } as const

/** Rates of the last minutes, one line for each part: where they part, something piles up. */
export function Rates({ moments }: { moments: Moment[] }) {
  const w = useWords(texts)
  const format = useFormats()
  const option = useOption(
    () => colours => {
      const ink = { store: colours.chart3, relay: colours.chart3, scoring: colours.chart2, projection: colours.chart1 }
      const end = moments.at(-1)?.at ?? Date.now()
      const most = Math.max(0, ...moments.flatMap(moment => RATES.map(name => moment[name] ?? 0)))
      return {
        animation: false,
        grid: { left: 8, right: 24, top: 12, bottom: 8, containLabel: true },
        tooltip: {
          trigger: 'axis',
          valueFormatter: (rate: unknown) => (typeof rate === 'number' ? w.perSecond(format.one(rate)) : '–'),
        },
        xAxis: {
          type: 'time',
          min: end - SPAN,
          max: end,
          ...axis(colours),
          axisLabel: { color: colours.quiet, formatter: (at: number) => format.clock(new Date(at)), hideOverlap: true },
        },
        yAxis: { type: 'value', min: 0, max: ceiling(most), ...axis(colours) },
        series: RATES.map(name => ({
          name: w.rateNames[name],
          type: 'line',
          symbol: 'none',
          lineStyle: { color: ink[name], width: 1.5, type: DASHES[name] },
          itemStyle: { color: ink[name] },
          data: moments.map(moment => [moment.at, moment[name] ?? '-']),
        })),
      }
    },
    [moments, w, format],
  )
  return (
    <Panel
      title={w.rates}
      help={w.ratesHelp}
      summary={w.ratesSummary}
      table={
        <Table
          caption={w.rates}
          rows={moments.toReversed()}
          keyOf={moment => String(moment.at)}
          columns={[
            { name: w.time, cell: moment => format.clock(new Date(moment.at)) },
            ...RATES.map(name => ({
              name: w.rateNames[name],
              number: true,
              cell: (moment: Moment) => (moment[name] === null ? '–' : format.one(moment[name])),
            })),
          ]}
        />
      }
    >
      <ul className="rates-legend" aria-hidden="true">
        {RATES.map(name => (
          <li key={name} className={`rate-${name}`}>
            {w.rateNames[name]}
          </li>
        ))}
      </ul>
      <Chart option={option} height={240} label={w.rates} />
    </Panel>
  )
}
