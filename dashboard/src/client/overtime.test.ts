import { expect, test } from 'vitest'
import type { Shown } from '../api/api'
import type { ListedEvent } from '../api/events'
import { momentsOf, pointsOf, spanOf } from './overtime'

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

const event = (version: number, at: number) =>
  ({ version, time: new Date(at).toISOString(), type: 'purchase-recorded' }) as unknown as ListedEvent

test('what happened at one moment is one mark, in the order of versions', () => {
  const moments = momentsOf([event(2, 501), event(1, 500), event(3, 900)], [0, 1_000], () => 0.05)
  expect(moments.map(moment => moment.events.map(one => one.version))).toEqual([[1, 2], [3]])
})

test('words are written only where they lie on no mark, on no others and within the line', () => {
  const moments = momentsOf([event(1, 100), event(2, 150), event(3, 300), event(4, 980)], [0, 1_000], () => 0.1)
  expect(moments.map(moment => moment.labelled)).toEqual([false, true, true, false])
})
