import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { body, query, type Shown } from '../api/api'
import { readEvents } from '../api/events'
import { useLive } from '../live/live'
import { inOrder } from './happened'

type Score = Shown['ShownScore']

/** Every score, newest first. */
export const useScores = (clientId: string) =>
  useInfiniteQuery({
    queryKey: ['client-scores', clientId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      body(
        query.GET('/api/clients/{clientId}/scores', {
          params: { path: { clientId }, query: { limit: 100, cursor: pageParam } },
          signal,
        }),
      ),
    getNextPageParam: page => page.next ?? undefined,
    select: data => data.pages.flatMap(page => page.items as Score[]),
  })

const PAGE = 200

/** What happened, newest first; the older pages when somebody asks for them. */
export const useEvents = (clientId: string) =>
  useInfiniteQuery({
    queryKey: ['client-events', clientId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => readEvents({ clientId, limit: PAGE, cursor: pageParam }, signal),
    getNextPageParam: page => page.next ?? undefined,
    select: data => inOrder(data.pages.flatMap(page => page.items)),
  })

/** What comes in a burst is read once. */
const TOGETHER = 250

/** Reads scores and events again when the stream tells of this client. */
export function useFollowed(clientId: string) {
  const cache = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  const hear = useCallback(
    (patch: Record<string, unknown>) => {
      if (patch.clientId !== clientId) return
      timer.current ??= setTimeout(() => {
        timer.current = undefined
        void cache.invalidateQueries({ queryKey: ['client-scores', clientId] })
        void cache.invalidateQueries({ queryKey: ['client-events', clientId] })
      }, TOGETHER)
    },
    [cache, clientId],
  )
  useLive('clients', hear)
  useLive('events', hear)
}
