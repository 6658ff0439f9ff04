import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { patiently } from './patiently'
import { Problem } from './problem'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const behind = () => new Problem(503, { type: '/problems/projection-behind' })

test('it is asked again until the views are there', async () => {
  const answers = [
    () => Promise.reject(behind()),
    () => Promise.reject(new Problem(429, {})),
    () => Promise.resolve('there'),
  ]
  const ask = vi.fn(() => answers.shift()?.() as Promise<string>)
  const asked = patiently(ask, 10_000)
  await vi.runAllTimersAsync()
  expect(await asked).toBe('there')
  expect(ask).toHaveBeenCalledTimes(3)
})

test('it ends when it took too long, and at once for what is refused', async () => {
  const late = expect(patiently(() => Promise.reject(behind()), 3_000)).rejects.toMatchObject({ status: 503 })
  await vi.runAllTimersAsync()
  await late
  const ask = vi.fn(() => Promise.reject(new Problem(404, {})))
  await expect(patiently(ask, 10_000)).rejects.toMatchObject({ status: 404 })
  expect(ask).toHaveBeenCalledTimes(1)
})

test('nobody who went away is answered', async () => {
  const gone = new AbortController()
  const ask = vi.fn(() => Promise.reject(behind()))
  const asked = expect(patiently(ask, 10_000, gone.signal)).rejects.toThrow()
  gone.abort()
  await vi.runAllTimersAsync()
  await asked
  expect(ask).toHaveBeenCalledTimes(1)
})
