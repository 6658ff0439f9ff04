import { expect, test } from 'vitest'
import { Problem, Unreachable } from './problem'
import { keyKeeper } from './submission'

function keeper() {
  let n = 0
  return keyKeeper(() => `key-${++n}`)
}

test('what is sent again after no answer goes by the same key', () => {
  const keys = keeper()
  expect(keys.keyFor({ amount: 1 })).toBe('key-1')
  keys.failed(new Unreachable('gone'))
  expect(keys.keyFor({ amount: 1 })).toBe('key-1')
  keys.failed(new Problem(503, {}))
  expect(keys.keyFor({ amount: 1 })).toBe('key-1')
})

test('other words, and the same after an answer or a refusal, are a new request', () => {
  const keys = keeper()
  expect(keys.keyFor({ amount: 1 })).toBe('key-1')
  expect(keys.keyFor({ amount: 2 })).toBe('key-2')
  keys.failed(new Problem(422, {}))
  expect(keys.keyFor({ amount: 2 })).toBe('key-3')
  keys.answered()
  expect(keys.keyFor({ amount: 2 })).toBe('key-4')
})
