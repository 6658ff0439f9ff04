import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'

const held = new WeakMap<Query, Map<string, unknown>>()

/**
 * Keeps patches for what is being read just now: the answer may be older than they are, so they have to be put in place
 * again once it is there.
 *
 * @param put hears them, the latest by key, after the answer
 */
export function onceRead<P>(
  cache: QueryClient,
  queryKey: QueryKey,
  patches: ReadonlyMap<string, P>,
  put: (query: Query, patches: Map<string, P>) => void,
) {
  const queries = cache.getQueryCache()
  for (const query of queries.findAll({ queryKey, predicate: one => one.state.fetchStatus !== 'idle' })) {
    const before = held.get(query)
    if (before) {
      for (const [key, patch] of patches) before.set(key, patch)
      continue
    }
    const waiting = new Map(patches)
    held.set(query, waiting as Map<string, unknown>)
    const stop = queries.subscribe(event => {
      if (event.query !== query) return
      const gone = event.type === 'removed'
      if (!gone && query.state.fetchStatus !== 'idle') return
      stop()
      held.delete(query)
      if (!gone) put(query, waiting)
    })
  }
}
