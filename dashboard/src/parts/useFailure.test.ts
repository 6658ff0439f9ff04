import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { failureOf, type Told } from './useFailure'

describe('the failure of a first read', () => {
  it('stays while it is asked again, and goes with an answer', async () => {
    let answer: () => Promise<string> = () => Promise.reject(new Error('first'))
    const read = new QueryObserver(new QueryClient(), { queryKey: ['read'], queryFn: () => answer(), retry: false })
    const seen: [string, unknown][] = []
    let last: Told | null = null
    read.subscribe(result => {
      seen.push([result.status, (failureOf(result, last) as Error | null)?.message ?? null])
      if (result.error) last = { failure: result.error, at: result.errorUpdatedAt }
    })
    await expect.poll(() => seen.at(-1)?.[0]).toBe('error')
    answer = () => Promise.resolve('here')
    await read.refetch()
    expect(seen.slice(-3)).toEqual([
      ['error', 'first'],
      ['pending', 'first'],
      ['success', null],
    ])
  })

  it('of another query is not told', () => {
    const another = { failure: new Error('another'), at: 1 }
    expect(failureOf({ error: null, errorUpdatedAt: 0, isSuccess: false }, another)).toBeNull()
    expect(failureOf({ error: null, errorUpdatedAt: 2, isSuccess: false }, another)).toBeNull()
  })

  it('is not told beside an answer', () => {
    expect(failureOf({ error: null, errorUpdatedAt: 3, isSuccess: true }, { failure: 'earlier', at: 3 })).toBeNull()
  })
})
