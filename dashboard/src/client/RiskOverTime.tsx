import { useCallback, useMemo } from 'react'
import type { Shown } from '../api/api'
import type { ListedEvent } from '../api/events'
import { useFormats } from '../format/format'
import { axis, Chart } from '../parts/Chart'
import type { Colours } from '../parts/colours'
import { Panel } from '../parts/Panel'
import { Table } from '../parts/Table'
import { useNarrow } from '../parts/useNarrow'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { momentsOf, type Point, pointsOf, spanOf } from './overtime'
import { texts } from './words'

const HEIGHT = 232
/** The share of the line that a character takes, on a wide page and on a narrow one. */
const CHARACTER = { wide: 0.011, narrow: 0.03 }
/** More lines than this are no tooltip. */
const MOST_TOLD = 8
const bandColour = (colours: Colours, band: Point['band']) =>
  band === 'high' ? colours.risk5 : band === 'medium' ? colours.risk3 : colours.risk2

/** Every score over the time, and under it what happened. */
export function RiskOverTime({ scores, events }: { scores: Shown['ShownScore'][]; events: ListedEvent[] }) {
  const w = useWords(texts)
  const common = useWords(shared)
  const format = useFormats()
  const character = useNarrow() ? CHARACTER.narrow : CHARACTER.wide
  const points = useMemo(() => pointsOf(scores), [scores])
  const scored = points.filter(point => point.score !== null)

  const option = useCallback(
    (colours: Colours) => {
      const [min, max] = spanOf(points, events)
      const names = w.eventNames as Record<string, string>
      const nameOf = (event: ListedEvent) => names[event.type] ?? event.type
      const namesOf = (some: ListedEvent[]) => [...new Set(some.map(nameOf))].slice(0, 3).join(', ')
      const moments = momentsOf(events, [min, max], some => namesOf(some).length * character)
      return {
        grid: [
          { left: 40, right: 16, top: 12, bottom: 72 },
          { left: 40, right: 16, height: 28, bottom: 24 },
        ],
        xAxis: [
          {
            type: 'time',
            min,
            max,
            gridIndex: 0,
            ...axis(colours),
            axisLabel: { show: false },
            splitLine: { show: false },
          },
          {
            type: 'time',
            min,
            max,
            gridIndex: 1,
            ...axis(colours, { axisLabel: { color: colours.quiet, hideOverlap: true } }),
            splitLine: { show: false },
          },
        ],
        yAxis: [
          { type: 'value', min: 0, max: 100, interval: 25, gridIndex: 0, ...axis(colours) },
          { type: 'category', data: [''], gridIndex: 1, axisLine: { show: false }, axisTick: { show: false } },
        ],
        series: [
          {
            type: 'line',
            step: 'end',
            connectNulls: false,
            lineStyle: { color: colours.chart3, width: 1.5 },
            data: points.map(point => ({
              value: [point.at, point.score === null ? null : point.score * 100],
              symbol: point.otherModel ? 'emptyCircle' : 'circle',
              symbolSize: point.otherModel ? 10 : 7,
              itemStyle: {
                color: bandColour(colours, point.band),
                // The light fill alone hardly differs from what is behind it.
                ...(point.otherModel ? {} : { borderColor: colours.risk4, borderWidth: point.band === 'low' ? 1 : 0 }),
              },
              label: { show: point.otherModel, formatter: point.model, position: 'top', color: colours.quiet },
            })),
            tooltip: {
              formatter: ({ dataIndex }: { dataIndex: number }) => {
                const point = points[dataIndex]
                if (!point || point.score === null) return ''
                return `${w.risk} ${format.risk(point.score)} · ${point.band ? common.bands[point.band] : ''}\n${point.model}\n${format.moment(new Date(point.at))}`
              },
            },
          },
          {
            type: 'scatter',
            xAxisIndex: 1,
            yAxisIndex: 1,
            symbol: 'rect',
            symbolSize: [2, 12],
            itemStyle: { color: colours.accent },
            data: moments.map(moment => ({
              value: [moment.at, 0],
              label: {
                show: moment.labelled,
                formatter: namesOf(moment.events),
                position: 'right',
                distance: 4,
                color: colours.quiet,
                fontSize: 11,
              },
            })),
            tooltip: {
              formatter: ({ dataIndex }: { dataIndex: number }) =>
                (moments[dataIndex]?.events ?? [])
                  .slice(0, MOST_TOLD)
                  .map(event => `${nameOf(event)} · ${format.moment(event.time)}`)
                  .join('\n'),
            },
          },
        ],
      }
    },
    [points, events, character, w, common, format],
  )

  const first = scored[0]
  const last = scored.at(-1)
  const models = [...new Set(scored.map(point => point.model))].join(', ')
  const summary =
    first?.score == null || last?.score == null
      ? w.none
      : scored.length === 1
        ? w.overTimeOne(format.risk(first.score), format.ago(new Date(first.at)))
        : w.overTimeMany(format.risk(first.score), format.risk(last.score), format.whole(scored.length), models)
  return (
    <Panel
      title={w.overTime}
      summary={summary}
      help={w.overTimeHelp}
      table={
        <Table
          caption={w.overTime}
          rows={[...scored].reverse()}
          keyOf={point => `${point.at}/${point.model}/${point.score}`}
          columns={[
            { name: w.time, cell: point => format.moment(new Date(point.at)) },
            { name: w.risk, number: true, cell: point => format.risk(point.score ?? 0) },
            { name: w.band, cell: point => (point.band ? common.bands[point.band] : '') },
            { name: w.model, cell: point => point.model },
          ]}
        />
      }
    >
      <Chart option={option} height={HEIGHT} label={`${w.overTime}. ${summary}`} />
    </Panel>
  )
}
