import { useQuery } from '@tanstack/react-query'
import { body, query, type Shown } from '../api/api'
import type { Done } from '../api/clientcommands'
import { patiently } from '../api/patiently'
import { scoreOf } from './score'

/** So long it is asked for by itself; afterwards on demand. */
const LONGEST = 120_000

/** A prediction, and how long after the registration was sent it could be seen. */
export interface Prediction {
  score: Shown['ShownScore'] | null
  afterMillis: number
}

/** What is read again says nothing new of how long it took until it could be seen. */
export const asFirstSeen = (before: Prediction | undefined, now: Prediction): Prediction =>
  before?.score && now.score ? { ...now, afterMillis: before.afterMillis } : now

/** What is predicted for who was just registered: read with the command's own token, for as long as the views are behind it. */
export const usePrediction = (done: Done, sentAt: number) =>
  useQuery({
    queryKey: ['prediction', done.clientId, done.consistencyToken],
    retry: false,
    refetchInterval: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal, client, queryKey }): Promise<Prediction> => {
      const page = await patiently(
        () =>
          body(
            query.GET('/api/clients/{clientId}/scores', {
              params: {
                path: { clientId: done.clientId },
                query: { consistencyToken: done.consistencyToken, await: 'score', limit: 100 },
              },
              signal,
            }),
          ),
        LONGEST,
        signal,
      )
      const now = { score: scoreOf(done.version, page.items), afterMillis: performance.now() - sentAt }
      return asFirstSeen(client.getQueryData<Prediction>(queryKey), now)
    },
  })
