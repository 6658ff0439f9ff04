import type { Formats } from '../format/format'
import { axis } from '../parts/Chart'
import type { Colours } from '../parts/colours'
import type { Bin, Decile, Point } from './cardFields'

type Percent = Formats['percent']

const named = (name: string, gap: number) => ({ name, nameLocation: 'middle', nameGap: gap })

/** Both axes from 0 to 1, as shares. */
function shares(colours: Colours, percent: Percent, x: string, y: string) {
  const of = (name: string, gap: number) => ({
    type: 'value',
    min: 0,
    max: 1,
    interval: 0.25,
    ...axis(colours),
    axisLabel: { color: colours.quiet, formatter: (share: number) => percent(share) },
    ...named(name, gap),
  })
  return { grid: { left: 24, right: 24, top: 16, bottom: 28, containLabel: true }, xAxis: of(x, 28), yAxis: of(y, 46) }
}

const dashed = (colours: Colours, data: number[][]) => ({
  type: 'line',
  data,
  symbol: 'none',
  silent: true,
  tooltip: { show: false },
  lineStyle: { color: colours.quiet, type: 'dashed', width: 1 },
})

/** Tells both figures of the point under the cursor. */
const told = (percent: Percent, x: string, y: string) => ({
  trigger: 'item',
  formatter: (point: { value: [number, number] }) => `${percent(point.value[0])} ${x}\n${percent(point.value[1])} ${y}`,
})

const drawn = (colours: Colours, points: Point[]) => ({
  type: 'line',
  data: points.map(({ x, y }) => [x, y]),
  symbol: 'circle',
  symbolSize: 4,
  showSymbol: points.length <= 60,
  lineStyle: { color: colours.chart1, width: 2 },
  itemStyle: { color: colours.chart1 },
})

export const rocOption = (points: Point[], percent: Percent, x: string, y: string) => (colours: Colours) => ({
  ...shares(colours, percent, x, y),
  tooltip: told(percent, x, y),
  series: [
    drawn(colours, points),
    dashed(colours, [
      [0, 0],
      [1, 1],
    ]),
  ],
})

/** @param base share of positives, what flagging at random brings */
export const precisionRecallOption =
  (points: Point[], base: number, percent: Percent, x: string, y: string) => (colours: Colours) => ({
    ...shares(colours, percent, x, y),
    tooltip: told(percent, x, y),
    series: [
      drawn(colours, points),
      dashed(colours, [
        [0, base],
        [1, base],
      ]),
    ],
  })

export const calibrationOption = (bins: Bin[], percent: Percent, x: string, y: string) => (colours: Colours) => ({
  ...shares(colours, percent, x, y),
  tooltip: told(percent, x, y),
  series: [
    dashed(colours, [
      [0, 0],
      [1, 1],
    ]),
    // The intervals: a line that is broken after each.
    {
      type: 'line',
      symbol: 'none',
      silent: true,
      tooltip: { show: false },
      lineStyle: { color: colours.chart1, width: 1 },
      data: bins.flatMap(bin => [
        [bin.predicted, bin.low],
        [bin.predicted, bin.high],
        ['-', '-'],
      ]),
    },
    {
      type: 'scatter',
      symbolSize: 8,
      itemStyle: { color: colours.chart1 },
      data: bins.map(bin => [bin.predicted, bin.observed]),
    },
  ],
})

export const gainOption =
  (deciles: Decile[], format: Pick<Formats, 'percent' | 'one'>, x: string, y: string, lift: string) =>
  (colours: Colours) => ({
    grid: { left: 24, right: 24, top: 20, bottom: 28, containLabel: true },
    tooltip: {
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const decile = deciles[dataIndex]
        return decile ? `${format.percent(decile.gain)} ${y}\n${lift} ${format.one(decile.lift)}` : ''
      },
    },
    xAxis: { type: 'category', data: deciles.map(each => each.decile), ...axis(colours), ...named(x, 28) },
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.25,
      ...axis(colours),
      axisLabel: { color: colours.quiet, formatter: (share: number) => format.percent(share) },
      ...named(y, 46),
    },
    series: [
      {
        type: 'bar',
        data: deciles.map(each => each.gain),
        itemStyle: { color: colours.chart1 },
        barCategoryGap: '30%',
      },
      {
        type: 'line',
        data: deciles.map((_, place) => (place + 1) / deciles.length),
        symbol: 'none',
        silent: true,
        tooltip: { show: false },
        lineStyle: { color: colours.quiet, type: 'dashed', width: 1 },
      },
    ],
  })
