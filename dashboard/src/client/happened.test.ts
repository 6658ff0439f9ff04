import { expect, test } from 'vitest'
import type { ListedEvent } from '../api/events'
import { inOrder } from './happened'

const event = (version: number, time: string) => ({ version, time, eventId: `e${version}` }) as ListedEvent

test('the latest stands first, also where clocks disagreed, and what came between two pages stands once', () => {
  const first = [event(4, '2026-11-03T00:00:00Z'), event(5, '2026-11-02T00:00:00Z')]
  const second = [event(4, '2026-11-03T00:00:00Z'), event(3, '2026-11-01T00:00:00Z')]
  expect(inOrder([...first, ...second]).map(one => one.version)).toEqual([5, 4, 3])
})
