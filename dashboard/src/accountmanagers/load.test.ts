import { expect, test } from 'vitest'
import type { Shown } from '../api/api'
import { takers } from '../parts/freeplaces'
import { byDigit, endOf, scaleOf, teamOf } from './load'

const manager = (accountManagerId: string, load: number, capacity: number, status = 'active') =>
  ({ accountManagerId, load, capacity, status }) as unknown as Shown['ShownAccountManager']

const team = [manager('jules', 5, 5), manager('ada', 8, 20), manager('zoe', 0, 30, 'retired'), manager('ben', 7, 4)]

test('a scale ends at 1, 2 or 5 and noughts', () => {
  expect([1, 2, 3, 9, 10, 11, 20, 21, 51, 5_000].map(endOf)).toEqual([1, 2, 5, 10, 10, 20, 20, 50, 100, 5_000])
  expect(scaleOf(team)).toBe(50)
  expect(scaleOf([])).toBe(1)
})

test('a team counts those who are active, and nobody has less than no place', () => {
  expect(teamOf(team)).toEqual({ load: 20, capacity: 29, free: 12 })
})

test('only who has a free place can be given one more', () => {
  expect(takers(team).map(one => one.accountManagerId)).toEqual(['ada'])
  expect(
    takers([manager('ben', 0, 3), manager('ada', 0, 3), manager('cleo', 0, 9)]).map(one => one.accountManagerId),
  ).toEqual(['cleo', 'ada', 'ben'])
})

test('a digit is always the same one, whatever the loads', () => {
  expect(byDigit(team).map(one => one.accountManagerId)).toEqual(['ada', 'ben', 'jules'])
})
