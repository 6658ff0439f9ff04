import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sparingly } from './sparing'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('what is asked for many times is done once, a moment later, and at most once a second', () => {
  const act = vi.fn()
  const anew = sparingly(act, () => 0.5)
  anew.ask()
  anew.ask()
  vi.advanceTimersByTime(249)
  expect(act).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(act).toHaveBeenCalledTimes(1)
  anew.ask()
  vi.advanceTimersByTime(999)
  expect(act).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  expect(act).toHaveBeenCalledTimes(2)
})

test('nothing is done any more after the end', () => {
  const act = vi.fn()
  const anew = sparingly(act)
  anew.ask()
  anew.stop()
  vi.advanceTimersByTime(5_000)
  expect(act).not.toHaveBeenCalled()
})
