import { expect, test } from 'vitest'
import { isFinal, Problem, Unreachable } from './problem'

test('what is refused stays refused; too much at once, a failure and silence pass', () => {
  expect(isFinal(new Problem(403, {}))).toBe(true)
  expect(isFinal(new Problem(429, {}))).toBe(false)
  expect(isFinal(new Problem(503, {}))).toBe(false)
  expect(isFinal(new Unreachable(''))).toBe(false)
})
