import type { Shown } from '../api/api'
import { useFormats } from '../format/format'
import { axis, Chart } from '../parts/Chart'
import { Panel } from '../parts/Panel'
import { Table } from '../parts/Table'
import { useOption } from '../parts/useOption'
import { useWords } from '../words/language'
import { qualityTexts } from './judgeWords'

/** The AUC of window after window, with its interval; windows without enough evidence are gaps. */
export function Rolling({ points }: { points: Shown['RollingPoint'][] }) {
  const w = useWords(qualityTexts)
  const format = useFormats()
  const option = useOption(
    () => colours => {
      const of = (tell: (auc: Shown['Figure']) => number) =>
        points.map(point => (point.cohort.measures ? tell(point.cohort.measures.auc) : '-'))
      const bound = (data: (number | string)[]) => ({
        type: 'line',
        data,
        symbol: 'none',
        silent: true,
        lineStyle: { color: colours.chart1, width: 1, type: 'dotted' },
      })
      return {
        grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
        tooltip: {
          trigger: 'axis',
          valueFormatter: (auc: unknown) => (typeof auc === 'number' ? format.three(auc) : '–'),
        },
        xAxis: { type: 'category', data: points.map(point => format.month(point.month)), ...axis(colours) },
        yAxis: { type: 'value', min: 0, max: 1, interval: 0.25, ...axis(colours) },
        series: [
          bound(of(auc => auc.low)),
          bound(of(auc => auc.high)),
          {
            type: 'line',
            data: of(auc => auc.value),
            lineStyle: { color: colours.chart1 },
            itemStyle: { color: colours.chart1 },
          },
        ],
      }
    },
    [points, w, format],
  )
  if (!points.some(point => point.cohort.measures)) return null
  return (
    <Panel
      title={w.rolling}
      help={w.rollingHelp}
      table={
        <Table
          caption={w.rolling}
          rows={points}
          keyOf={point => point.month}
          columns={[
            { name: w.month, cell: point => format.month(point.month) },
            { name: w.n, number: true, cell: point => format.whole(point.cohort.scores) },
            {
              name: 'AUC',
              number: true,
              cell: ({ cohort }) => (cohort.measures ? format.three(cohort.measures.auc.value) : '–'),
            },
            {
              name: w.interval,
              number: true,
              cell: ({ cohort }) =>
                cohort.measures
                  ? `${format.three(cohort.measures.auc.low)} – ${format.three(cohort.measures.auc.high)}`
                  : '–',
            },
          ]}
        />
      }
    >
      <Chart option={option} height={260} label={w.rolling} />
    </Panel>
  )
}
