import { expect, test } from 'vitest'
import type { Shown } from '../api/api'
import { inPlace, outOfOrder, wouldAppear } from './order'

type Client = Shown['ShownClient']

const row = (clientId: string, score: number | null, version = 1) =>
  ({ clientId, version, risk: score === null ? null : { score } }) as Client
const ids = (rows: readonly Client[]) => rows.map(one => one.clientId).join('')

test('a page that was read behind the others is added', () => {
  const read = [row('a', 0.9), row('b', 0.8), row('c', 0.7)]
  expect(inPlace(read.slice(0, 2), read)).toBe(read)
  expect(inPlace([], read)).toBe(read)
})

test('what is read again in another order changes in place', () => {
  const shown = [row('a', 0.9), row('b', 0.8), row('c', 0.7)]
  const now = inPlace(shown, [row('b', 0.95, 2), row('a', 0.9), row('c', 0.7)])
  expect(ids(now)).toBe('abc')
  expect(now[1]?.version).toBe(2)
})

test('who is gone stays, who came before the last waits, who comes behind is added', () => {
  const shown = [row('a', 0.9), row('b', 0.8), row('c', 0.7)]
  expect(ids(inPlace(shown, [row('x', 1), row('a', 0.9), row('c', 0.7), row('d', 0.6)]))).toBe('abcd')
})

test('rows in which nothing is new are the very rows', () => {
  const shown = [row('a', 0.9), row('b', 0.8)]
  expect(inPlace(shown, [shown[1] as Client, shown[0] as Client])).toBe(shown)
})

test('as many are out of order as have to move', () => {
  expect(outOfOrder([row('a', 0.9), row('b', 0.8), row('c', 0.7), row('d', null)])).toBe(0)
  expect(outOfOrder([row('a', 0.9), row('b', 0.1), row('c', 0.7), row('d', 0.6)])).toBe(1)
  expect(outOfOrder([row('a', 0.2), row('b', 0.8), row('c', 0.7), row('d', 0.9)])).toBe(2)
  expect(outOfOrder([row('b', 0.5), row('a', 0.5), row('c', null), row('B', null)])).toBe(0)
})

test('a hundred thousand rows are looked through in a moment', () => {
  const rows = Array.from({ length: 100_000 }, (_, n) => row(String(n).padStart(6, '0'), 1 - n / 100_000))
  rows[70_000] = row('moved', 0.99)
  const began = performance.now()
  expect(outOfOrder(rows)).toBe(1)
  expect(performance.now() - began).toBeLessThan(3_000)
})

test('a new client appears among what is loaded, or at the end of all', () => {
  const rows = [row('a', 0.9), row('b', 0.8)]
  expect(wouldAppear(row('x', 0.85), rows, true)).toBe(true)
  expect(wouldAppear(row('x', 0.5), rows, true)).toBe(false)
  expect(wouldAppear(row('x', 0.5), rows, false)).toBe(true)
})
