import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { failureOf } from './useFailure'

describe('the failure of a first read', () => {
  it('stays while it is asked again, and goes with an answer', async () => {
    let answer: () => Promise<string> = () => Promise.reject(new Error('first'))
    const read = new QueryObserver(new QueryClient(), { queryKey: ['read'], queryFn: () => answer(), retry: false })
    const seen: unknown[] = []
    let last: unknown = null
    read.subscribe(result => {
      seen.push((failureOf(result, last) as Error | null)?.message ?? null)
      last = result.error ?? last
    })
    await expect.poll(() => seen.at(-1)).toBe('first')
    answer = () => Promise.resolve('here')
    await read.refetch()
    expect(read.getCurrentResult().data).toBe('here')
    const sinceFailed = seen.slice(seen.indexOf('first'))
    expect(sinceFailed).toContain('first')
    expect(sinceFailed.filter(each => each !== 'first')).toEqual([null])
  })

  it('of another query is not told', () => {
    expect(failureOf({ error: null, errorUpdateCount: 0, isSuccess: false }, new Error('another'))).toBeNull()
  })

  it('is not told beside an answer', () => {
    expect(failureOf({ error: null, errorUpdateCount: 3, isSuccess: true }, new Error('earlier'))).toBeNull()
  })
})
