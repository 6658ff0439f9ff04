import type { Shown } from '../api/api'
import { useFormats } from '../format/format'
import { axis, Chart } from '../parts/Chart'
import { Panel } from '../parts/Panel'
import { Table } from '../parts/Table'
import { useOption } from '../parts/useOption'
import { useWords } from '../words/language'
import { comparisonTexts } from './judgeWords'

const CELLS = 20
const EDGES = Array.from({ length: CELLS }, (_, cell) => cell * (100 / CELLS))

/** How many clients have which pair of risks. */
export function Scatter({ compared, name }: { compared: Shown['ModelComparison']; name: string }) {
  const w = useWords(comparisonTexts)
  const format = useFormats()
  const title = w.scatter(`${name}/${compared.champion}`, `${name}/${compared.challenger}`)
  const cells = compared.scatter
  const difference = compared.meanDifference ?? 0
  const points = format.one(Math.abs(difference) * 100)
  const option = useOption(
    () => colours => ({
      grid: { left: 24, right: 16, top: 8, bottom: 28, containLabel: true },
      tooltip: {
        formatter: ({ value }: { value: [number, number, number, number] }) =>
          `${EDGES[value[0]]}–${(EDGES[value[0]] ?? 0) + 5} ${w.champion}\n${EDGES[value[1]]}–${(EDGES[value[1]] ?? 0) + 5} ${w.challenger}\n${w.clients}: ${format.whole(value[3])}`,
      },
      xAxis: {
        type: 'category',
        data: EDGES,
        ...axis(colours),
        name: w.champion,
        nameLocation: 'middle',
        nameGap: 28,
        axisLabel: { color: colours.quiet, interval: 3 },
      },
      yAxis: {
        type: 'category',
        data: EDGES,
        ...axis(colours),
        name: w.challenger,
        nameLocation: 'middle',
        nameGap: 36,
        axisLabel: { color: colours.quiet, interval: 3 },
      },
      // A few squares hold most of the clients: by the logarithm, so that the others are seen too.
      visualMap: {
        show: false,
        seriesIndex: 0,
        dimension: 2,
        min: 0,
        max: Math.max(1, ...cells.map(cell => Math.log1p(cell.n))),
        inRange: {
          color: [colours.risk0, colours.risk1, colours.risk2, colours.risk3, colours.risk4, colours.risk5],
        },
      },
      series: [
        {
          type: 'heatmap',
          data: cells.map(cell => [Math.round(cell.x * CELLS), Math.round(cell.y * CELLS), Math.log1p(cell.n), cell.n]),
          // The fill of few clients alone hardly differs from what is behind it.
          itemStyle: { borderColor: colours.edge, borderWidth: 1 },
        },
        {
          type: 'line',
          data: EDGES.map((_, cell) => [cell, cell]),
          symbol: 'none',
          silent: true,
          tooltip: { show: false },
          lineStyle: { color: colours.quiet, type: 'dashed', width: 1 },
        },
      ],
    }),
    [cells, w, format],
  )
  return (
    <Panel
      title={title}
      help={w.scatterHelp}
      summary={`${w.scatterSummary(
        format.percent(compared.agreement ?? 0),
        format.count(compared.clients),
        compared.correlation === null ? '–' : format.three(compared.correlation),
      )} ${difference >= 0 ? w.higher(points) : w.lower(points)}`}
      table={
        <Table
          caption={title}
          rows={cells}
          keyOf={cell => `${cell.x}/${cell.y}`}
          columns={[
            { name: w.champion, number: true, cell: cell => format.risk(cell.x) },
            { name: w.challenger, number: true, cell: cell => format.risk(cell.y) },
            { name: w.clients, number: true, cell: cell => format.whole(cell.n) },
          ]}
        />
      }
    >
      <Chart option={option} height={380} label={title} />
    </Panel>
  )
}
