import type { Shown } from '../api/api'
import type { SummaryPoint, SummaryTrend } from '../api/risk'

export type Measured = 'active' | 'atRisk' | 'valueAtRisk' | 'unassignedAtRisk'

export interface Spot {
  at: number
  value: number
}

/** How a number has changed, with what holds now at its end. */
export function spotsOf(
  points: readonly SummaryPoint[],
  now: Shown['Summary'],
  at: number,
  measured: Measured,
): Spot[] {
  const before = points.map(point => ({ at: Date.parse(point.at), value: Number(point[measured]) }))
  return [...before.filter(spot => spot.at < at), { at, value: Number(now[measured]) }]
}

/** Who left last month, or null when that isn't told. */
export const leftLastMonth = (trend: SummaryTrend): number | null => trend.departures.at(-2)?.left ?? null

/**
 * The line through spots as an SVG path in a box of 100 × 100. A line has no zero to begin at, so small changes are kept
 * small: the box is never less high than a twentieth of the number.
 */
export function lineOf(spots: readonly Spot[]): string {
  const [first, last] = [spots[0], spots.at(-1)]
  if (!first || !last || last.at <= first.at) return ''
  const values = spots.map(spot => spot.value)
  const highest = Math.max(...values)
  const lowest = Math.min(...values)
  const height = Math.max(highest - lowest, highest / 20, 1e-9)
  const middle = (highest + lowest) / 2
  return spots
    .map(spot => {
      const x = ((spot.at - first.at) / (last.at - first.at)) * 100
      const y = 50 - ((spot.value - middle) / height) * 90
      return `${round(x)},${round(y)}`
    })
    .reduce((path, point, index) => path + (index === 0 ? 'M' : 'L') + point, '')
}

const round = (n: number) => Math.round(n * 10) / 10
