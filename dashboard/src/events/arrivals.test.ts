import { expect, test } from 'vitest'
import type { ListedEvent } from '../api/events'
import { arrived, MOST, NONE, released, together } from './arrivals'
import { filtersOf } from './place'

const event = (n: number, more: Partial<ListedEvent> = {}): ListedEvent => ({
  clientId: 'harbour',
  version: n,
  eventId: `e${n}`,
  type: 'purchase-recorded',
  revision: 1,
  time: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
  actor: 'ann',
  ...more,
})

const ids = (events: ListedEvent[]) => events.map(one => one.eventId)

test('what arrives stands first, in order, each once', () => {
  let all = arrived(NONE, [event(2), event(1)], {}, false)
  all = arrived(all, [event(3), event(2)], {}, false)
  expect(ids(all.shown)).toEqual(['e3', 'e2', 'e1'])
  expect(arrived(all, [event(3)], {}, false)).toBe(all)
})

test('while the list is held nothing moves, and nothing is lost', () => {
  const before = arrived(NONE, [event(1)], {}, false)
  const held = arrived(arrived(before, [event(2)], {}, true), [event(3)], {}, true)
  expect(held.shown).toBe(before.shown)
  expect(ids(held.waiting)).toEqual(['e3', 'e2'])
  expect(ids(released(held).shown)).toEqual(['e3', 'e2', 'e1'])
  expect(released(held).waiting).toEqual([])
  expect(ids(arrived(held, [event(4)], {}, false).shown)).toEqual(['e4', 'e3', 'e2', 'e1'])
})

test('only what is filtered for arrives', () => {
  const others = [event(1, { type: 'client-departed' }), event(2, { actor: 'ben' }), event(3, { clientId: 'mill' })]
  expect(arrived(NONE, others, { type: 'purchase-recorded', actor: 'ann', clientId: 'harbour' }, false)).toBe(NONE)
})

test('a page open for a week holds no more than it shows', () => {
  const many = Array.from({ length: MOST + 50 }, (_, n) => event(n))
  const all = arrived(NONE, many, {}, false)
  expect(all.shown).toHaveLength(MOST)
  expect(all.shown[0]?.eventId).toBe(`e${MOST + 49}`)
})

test('what was read knows more than what arrived', () => {
  const read = event(1, { payload: { amount: 3 } })
  expect(together([event(2), event(1)], [read])).toEqual([event(2), read])
})

test('filters come from the address as far as they can be asked for', () => {
  expect(filtersOf(new URLSearchParams('type=client-departed&actor=ann&client=harbour'))).toEqual({
    type: 'client-departed',
    actor: 'ann',
    clientId: 'harbour',
  })
  expect(filtersOf(new URLSearchParams('type=drop-table&client=a%20b'))).toEqual({})
})
