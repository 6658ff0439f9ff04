import { expect, test } from 'vitest'
import type { Shown } from '../api/api'
import { leftLastMonth, lineOf, spotsOf } from './trend'

const point = (at: string, atRisk: number) => ({
  at,
  clients: 900,
  active: 750,
  atRisk,
  unassignedAtRisk: 3,
  valueAtRisk: 10_000,
  left: 150,
})
const now = { atRisk: 12 } as Shown['Summary']

test('what holds now is at the end of what held before', () => {
  const spots = spotsOf([point('2026-11-29T10:00:00Z', 9)], now, Date.parse('2026-11-29T11:00:00Z'), 'atRisk')
  expect(spots.map(spot => spot.value)).toEqual([9, 12])
})

test('a point from after now, by another clock, does not turn the line back', () => {
  const spots = spotsOf([point('2026-11-29T11:00:01Z', 9)], now, Date.parse('2026-11-29T11:00:00Z'), 'atRisk')
  expect(spots.map(spot => spot.value)).toEqual([12])
})

test('a line needs two moments and fills its box by what changed', () => {
  expect(lineOf([{ at: 0, value: 5 }])).toBe('')
  expect(
    lineOf([
      { at: 0, value: 0 },
      { at: 10, value: 10 },
    ]),
  ).toBe('M0,95L100,5')
})

test('a small change stays small', () => {
  expect(
    lineOf([
      { at: 0, value: 1000 },
      { at: 10, value: 1005 },
    ]),
  ).toBe('M0,54.5L100,45.5')
})

test('the month before the present one is the last but one', () => {
  const departures = [
    { month: '2026-10', left: 7 },
    { month: '2026-11', left: 2 },
  ]
  expect(leftLastMonth({ points: [], departures, leftThisMonth: 2 })).toBe(7)
  expect(leftLastMonth({ points: [], departures: [], leftThisMonth: 2 })).toBeNull()
})
