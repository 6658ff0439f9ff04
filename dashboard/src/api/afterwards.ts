import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { body, Problem, query, type Shown } from './api'
import type { Done } from './clientcommands'
import { patiently } from './patiently'

const EVENT_WITHIN = 15_000
const SCORE_WITHIN = 60_000

const read = (done: Done, withScore: boolean) =>
  body(
    query.GET('/api/clients/{clientId}', {
      params: {
        path: { clientId: done.clientId },
        query: { consistencyToken: done.consistencyToken, ...(withScore ? { await: 'score' as const } : {}) },
      },
    }),
  )

/**
 * Shows what a command of a client did as soon as it can be read, and the score that follows from it as soon as there is
 * one; the live stream mostly was there before. It answers once the first can be seen.
 */
export function useAfterwards(): (done: Done) => Promise<void> {
  const cache = useQueryClient()
  return useCallback(
    async done => {
      const show = (client: Shown['ShownClient']) => {
        cache.setQueryData<Shown['ShownClient']>(['client', client.clientId], before =>
          before && before.version > client.version ? before : client,
        )
        void cache.invalidateQueries({ queryKey: ['client-events', client.clientId] })
        void cache.invalidateQueries({ queryKey: ['client-scores', client.clientId] })
      }
      try {
        show(await patiently(() => read(done, false), EVENT_WITHIN))
      } catch (failure) {
        if (!(failure instanceof Problem && failure.status === 404)) throw failure
        // What was done took the client out of this reader's portfolio.
        void cache.invalidateQueries({ queryKey: ['client', done.clientId] })
        return
      }
      void cache.invalidateQueries({ queryKey: ['account-managers'] })
      // Without a score what was done is shown all the same.
      void patiently(() => read(done, true), SCORE_WITHIN).then(show, () => {})
    },
    [cache],
  )
}
