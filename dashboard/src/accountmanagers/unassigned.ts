import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { body, query, type Shown } from '../api/api'
import { useLive } from '../live/live'
import { isUnassignedAtRisk } from './belongs'

const PAGE = 25

/**
 * Active clients at risk whom nobody looks after, riskiest first. The stream changes rows where they stand; which clients
 * these are is asked again only when somebody wants it.
 */
export const useUnassigned = () =>
  useInfiniteQuery({
    queryKey: ['clients', 'unassigned-at-risk'],
    initialPageParam: undefined as string | undefined,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    queryFn: ({ pageParam, signal }) =>
      body(
        query.GET('/api/clients', {
          params: {
            query: { band: 'high', unassigned: true, status: 'active', sort: 'risk', limit: PAGE, cursor: pageParam },
          },
          signal,
        }),
      ),
    getNextPageParam: page => page.next ?? undefined,
    select: data => data.pages.flatMap(page => page.items),
  })

/** How many clients belong into the list that aren't in it, as the stream told since it was read. */
export function useNewcomers(rows: readonly Shown['ShownClient'][]) {
  const [told, tell] = useState<ReadonlySet<string>>(new Set())
  const hear = useCallback((patch: Record<string, unknown>) => {
    const clientId = String(patch.clientId)
    const belongs = isUnassignedAtRisk(patch)
    tell(before => {
      if (before.has(clientId) === belongs) return before
      const after = new Set(before)
      if (belongs) after.add(clientId)
      else after.delete(clientId)
      return after
    })
  }, [])
  useLive('clients', hear)
  const shown = new Set(rows.map(row => row.clientId))
  return {
    newcomers: [...told].filter(clientId => !shown.has(clientId)).length,
    forget: () => tell(new Set()),
  }
}
