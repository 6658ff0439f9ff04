import { useInfiniteQuery } from '@tanstack/react-query'
import { body, query } from '../api/api'

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
