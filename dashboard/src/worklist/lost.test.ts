import { expect, test } from 'vitest'
import type { Shown } from '../api/api'
import { lostIds, withNewer } from './lost'

type Client = Shown['ShownClient']

const client = (clientId: string, version: number) => ({ clientId, version }) as unknown as Client
const rows = [client('a', 1), client('b', 4), client('c', 1)]

test('a row that is nowhere in what was read is lost, as many as asked for', () => {
  expect(lostIds(rows, rows, 5)).toEqual([])
  expect(lostIds(rows, [client('b', 5)], 5)).toEqual(['a', 'c'])
  expect(lostIds(rows, [], 2)).toEqual(['a', 'b'])
})

test('a lost row shows what it is now, and never what it was', () => {
  const now = withNewer(rows, [client('a', 2), client('b', 3)])
  expect(now.map(row => row.version)).toEqual([2, 4, 1])
  expect(withNewer(rows, [])).toBe(rows)
})
