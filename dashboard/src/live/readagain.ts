import type { Query, QueryClient } from '@tanstack/react-query'

/** What was read before now, or is being read, may miss what has happened until now: it is read again. */
export function readAgain(cache: QueryClient) {
  const isFirst = ({ state }: Query) => state.dataUpdatedAt === 0 && state.fetchStatus !== 'idle'
  // The first reading of something can't be begun anew while it lasts: whoever asks is given the answer that is on its way.
  for (const query of cache.getQueryCache().findAll({ predicate: isFirst })) {
    const again = () => void cache.invalidateQueries({ queryKey: query.queryKey, exact: true })
    query.fetch().then(again, () => {})
  }
  void cache.invalidateQueries({ predicate: query => !isFirst(query) })
}
