import { expect, test } from 'vitest'
import type { Shown } from '../api/api'
import { changedRows } from './changed'
import { inPlace } from './order'

type Client = Shown['ShownClient']

const client = (clientId: string, score: number) =>
  ({ clientId, status: 'active', risk: { score, band: 'high' } }) as unknown as Client

const filters = { status: 'active' } as const
const shown = [client('a', 0.9), client('b', 0.8), client('c', 0.7)]

test('a row that was moved by its risk is told', () => {
  const read = [client('a', 0.9), client('b', 0.1), client('c', 0.7)]
  expect(changedRows(read, read, new Map(), filters, false)).toBe(1)
})

test('after everything was read again, a row that is nowhere in it stays and is told', () => {
  const read = [client('a', 0.9), client('c', 0.7)]
  const rows = inPlace(shown, read)
  expect(rows.map(row => row.clientId)).toEqual(['a', 'b', 'c'])
  expect(changedRows(rows, read, new Map(), filters, false)).toBe(1)
})

test('and so is one that came between them', () => {
  const read = [shown[0], client('new', 0.85), shown[1], shown[2]] as Client[]
  expect(changedRows(inPlace(shown, read), read, new Map(), filters, false)).toBe(1)
})

test('while nothing has changed nothing is told', () => {
  expect(changedRows(shown, shown, new Map(), filters, true)).toBe(0)
})
