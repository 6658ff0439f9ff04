import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Me } from '../api/me'
import { follow, type Standing } from './stream'

/** A browser's event source whose service is this test. */
class Source {
  static readonly CLOSED = 2
  static all: Source[] = []
  readyState = 1
  onerror: (() => void) | null = null
  private readonly hearers = new Map<string, (event: { data: string }) => void>()

  constructor(readonly url: string) {
    Source.all.push(this)
  }

  addEventListener(type: string, hear: (event: { data: string }) => void) {
    this.hearers.set(type, hear)
  }

  say(type: string, data: unknown = {}) {
    this.hearers.get(type)?.({ data: JSON.stringify(data) })
  }

  fail(readyState: number) {
    this.readyState = readyState
    this.onerror?.()
  }

  close() {
    this.readyState = Source.CLOSED
  }
}

const me = { roles: ['agency-manager'] } as unknown as Me
const heard = {
  begun: vi.fn(),
  reset: vi.fn(),
  patch: vi.fn(),
  standing: vi.fn<(standing: Standing) => void>(),
  ended: vi.fn(),
  returned: vi.fn(),
}
let stop: () => void

const latest = () => Source.all.at(-1) as Source

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  Source.all = []
  vi.stubGlobal('EventSource', Source)
  vi.stubGlobal('fetch', vi.fn().mockResolvedValue({ status: 200 }))
  stop = follow(me, 'en', heard)
})

afterEach(() => {
  stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('the first greeting begins it, and one that the browser resumed resets nothing', () => {
  latest().say('hello')
  expect(heard.begun).toHaveBeenCalledTimes(1)
  expect(heard.returned).not.toHaveBeenCalled()
  latest().fail(0)
  expect(heard.standing).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'lost' }))
  latest().say('hello')
  expect(heard.standing).toHaveBeenLastCalledWith({ state: 'live', behindMillis: 0 })
  expect(heard.begun).toHaveBeenCalledTimes(1)
  expect(heard.reset).not.toHaveBeenCalled()
  // By a cookie that may be another one by now.
  expect(heard.returned).toHaveBeenCalledTimes(1)
})

test('a connection of its own after another one resets, once', async () => {
  latest().say('hello')
  latest().fail(Source.CLOSED)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(Source.all).toHaveLength(2)
  latest().say('hello')
  latest().say('hello')
  expect(heard.begun).toHaveBeenCalledTimes(1)
  expect(heard.reset).toHaveBeenCalledTimes(1)
})

test('the service itself says when it can not go on', () => {
  latest().say('hello')
  latest().say('reset')
  expect(heard.reset).toHaveBeenCalledTimes(1)
})

test('one that never says a word is left for another', async () => {
  await vi.advanceTimersByTimeAsync(21_000)
  expect(Source.all).toHaveLength(2)
  expect(Source.all[0]?.readyState).toBe(Source.CLOSED)
  latest().say('hello')
  expect(heard.begun).toHaveBeenCalledTimes(1)
  expect(heard.reset).not.toHaveBeenCalled()
})

test('patches are told by topic, and nothing after the end', async () => {
  latest().say('clients', { clientId: 'harbour' })
  expect(heard.patch).toHaveBeenCalledWith('clients', { clientId: 'harbour' })
  stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(Source.all).toHaveLength(1)
})

test('refused because nobody is signed in it says so, and is left alone', async () => {
  vi.stubGlobal('fetch', vi.fn().mockResolvedValue({ status: 401 }))
  latest().say('hello')
  latest().fail(Source.CLOSED)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(heard.ended).toHaveBeenCalledTimes(1)
  expect(heard.standing).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'lost' }))
  expect(Source.all).toHaveLength(1)
})

test('refused although somebody is signed in it asks who that is now', async () => {
  vi.stubGlobal('fetch', vi.fn().mockResolvedValue({ status: 200, ok: true }))
  latest().say('hello')
  latest().fail(Source.CLOSED)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(heard.returned).toHaveBeenCalledTimes(1)
  expect(Source.all).toHaveLength(2)
})

test('while the browser tries by itself it is left alone, since it knows where it was', async () => {
  latest().say('hello')
  for (let tries = 0; tries < 10; tries++) {
    latest().fail(0)
    await vi.advanceTimersByTimeAsync(3_000)
  }
  expect(Source.all).toHaveLength(1)
})
