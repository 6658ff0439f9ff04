import { expect, test, vi } from 'vitest'
import { rowFor } from './rowKeys'

// What is chosen about keys is kept by the browser.
vi.hoisted(() => vi.stubGlobal('localStorage', { getItem: () => null }))

const list = (at: number, first?: number) => ({ count: 3, at, first, goTo: () => {} })

test('j goes down and k goes up, and neither beyond the ends', () => {
  expect(rowFor('j', list(0))).toBe(1)
  expect(rowFor('k', list(1))).toBe(0)
  expect(rowFor('j', list(2))).toBe(2)
  expect(rowFor('k', list(0))).toBe(0)
})

test('without a current row both begin with the first in view', () => {
  expect(rowFor('j', list(-1))).toBe(0)
  expect(rowFor('k', list(-1, 2))).toBe(2)
})

test('other keys, and a list without rows, are left alone', () => {
  expect(rowFor('x', list(0))).toBeNull()
  expect(rowFor('j', { ...list(-1), count: 0 })).toBeNull()
})
