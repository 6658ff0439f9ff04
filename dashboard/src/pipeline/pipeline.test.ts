import { expect, test } from 'vitest'
import type { PipelineNow } from '../api/pipeline'
import { outagesAfter } from './health'
import { ceiling, KEPT, type Moment, remembered } from './history'

test('an outage begins when it is first seen, goes on, and ends', () => {
  const first = outagesAfter(new Map(), { reached: true, down: ['query-service'] }, 1_000)
  const second = outagesAfter(first, { reached: true, down: ['scoring-streams', 'query-service'] }, 3_000)
  expect([...second]).toEqual([
    ['scoring-streams', 3_000],
    ['query-service', 1_000],
  ])
  expect(outagesAfter(second, { reached: true, down: [] }, 5_000).size).toBe(0)
  expect([...outagesAfter(second, { reached: false, down: [] }, 5_000)]).toEqual([['', 5_000]])
})

const look = (at: string, scored: number | null) =>
  ({
    at,
    stages: [
      { name: 'store', kind: 'part', records: null, perSecond: { last10Seconds: 5, last60Seconds: 4 } },
      { name: 'scoring', kind: 'part', records: 3, perSecond: scored === null ? null : { last10Seconds: scored } },
    ],
  }) as unknown as PipelineNow

test('each look is kept once, and what is not known stays unknown', () => {
  let history: Moment[] = remembered([], look('2026-01-01T00:00:00Z', null))
  expect(remembered(history, look('2026-01-01T00:00:00Z', 7))).toBe(history)
  history = remembered(history, look('2026-01-01T00:00:02Z', 7))
  expect(history.map(({ store, scoring, relay }) => [store, scoring, relay])).toEqual([
    [5, null, null],
    [5, 7, null],
  ])
})

test('a page open for a day keeps five minutes', () => {
  let history: Moment[] = []
  for (let n = 0; n < 400; n++) history = remembered(history, look(new Date(n * 2_000).toISOString(), n))
  expect(history).toHaveLength(KEPT)
  expect(history.at(-1)?.scoring).toBe(399)
})

test('the scale moves seldom', () => {
  expect([0, 3, 10, 11, 20, 21, 51, 180, 1_001].map(ceiling)).toEqual([10, 10, 10, 20, 20, 50, 100, 200, 2_000])
})
