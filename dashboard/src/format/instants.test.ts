import { expect, test } from 'vitest'
import { compareInstants } from './instants'

test.each([
  ['2026-11-30T08:00:00Z', '2026-11-30T08:00:00.250Z'],
  ['2026-11-30T08:00:00.250Z', '2026-11-30T08:00:00.250123Z'],
  ['2026-11-30T08:00:00.250123Z', '2026-11-30T08:00:00.300Z'],
  ['2026-11-30T08:00:00.300Z', '2026-11-30T08:00:01Z'],
])('%s is before %s', (earlier, later) => {
  expect(compareInstants(earlier, later)).toBe(-1)
  expect(compareInstants(later, earlier)).toBe(1)
  expect(compareInstants(later, later)).toBe(0)
})
