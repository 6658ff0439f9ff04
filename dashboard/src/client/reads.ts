import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { body, query, type Shown } from '../api/api'
import { useLive } from '../live/live'

type Score = Shown['ShownScore']
type Event = Shown['ShownEvent']

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

/** So many pages of events are read without being asked for: nearly all clients have fewer. */
const BY_ITSELF = 5
const PAGE = 200

/** Every event, oldest first as they are read. */
export function useEvents(clientId: string) {
  const events = useInfiniteQuery({
    queryKey: ['client-events', clientId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      body(
        query.GET('/api/clients/{clientId}/events', {
          params: { path: { clientId }, query: { limit: PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    getNextPageParam: page => page.next ?? undefined,
    select: data => data.pages.flatMap(page => page.items as Event[]),
  })
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = events
  const more = hasNextPage && !isFetching && !isError && (data?.length ?? 0) < BY_ITSELF * PAGE
  useEffect(() => {
    if (more) void fetchNextPage()
  }, [more, fetchNextPage])
  return events
}

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
