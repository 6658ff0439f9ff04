import { expect, test } from 'vitest'
import type { Shown } from '../api/api'
import { pointsOf, spanOf } from './overtime'

const score = (scoredAt: string, version: number, probability: number | null, outcome = 'scored') =>
  ({ scoredAt, probability, outcome, band: null, model: { name: 'churn', version } }) as unknown as Shown['ShownScore']

test('points are in the order of time and tell where the model changed', () => {
  const points = pointsOf([
    score('2026-11-03T00:00:00Z', 2, 0.5),
    score('2026-11-02T00:00:00Z', 1, 0.4),
    score('2026-11-01T00:00:00Z', 1, 0.3),
  ])
  expect(points.map(point => point.score)).toEqual([0.3, 0.4, 0.5])
  expect(points.map(point => point.otherModel)).toEqual([false, false, true])
})

test('a record that changed nothing is no point, one without a score breaks the line', () => {
  const points = pointsOf([
    score('2026-11-03T00:00:00Z', 1, null, 'departed'),
    score('2026-11-02T00:00:00Z', 1, null, 'unchanged'),
    score('2026-11-01T00:00:00Z', 1, 0.3),
  ])
  expect(points.map(point => point.score)).toEqual([0.3, null])
})

test('a single moment has room on both sides', () => {
  const [from, to] = spanOf(pointsOf([score('2026-11-01T00:00:00Z', 1, 0.3)]), [])
  const at = Date.parse('2026-11-01T00:00:00Z')
  expect(from).toBeLessThan(at)
  expect(to).toBeGreaterThan(at)
})
