import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { body, query, type Shown } from '../api/api'
import { useLive } from '../live/live'
import { type ClientPatch, patchClients } from '../live/patches'
import { changedRows } from './changed'
import { asked, type Filters } from './filters'
import { inPlace } from './order'
import { useLost } from './useLost'

export type Client = Shown['ShownClient']
type Page = Shown['PageShownClient']

const PAGE = 200
const NONE: readonly Client[] = []
/** Of clients that aren't loaded no more is kept than anybody would want to be told. */
const MOST_OUTSIDE = 10_000
/** How often it is told how many rows have changed. */
const TELL_EVERY = 500

/**
 * The clients of a list, page by page. Rows change where they are; none moves, comes or goes before
 * {@link WorkList.sortAgain}.
 */
export function useWorkList(filters: Filters) {
  const cache = useQueryClient()
  const key = useMemo(() => ['clients', asked(filters)], [filters])
  const list = useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      body(
        query.GET('/api/clients', {
          params: { query: { ...asked(filters), limit: PAGE, cursor: pageParam } as never },
          signal,
        }),
      ) as Promise<Page>,
    getNextPageParam: page => page.next ?? undefined,
  })
  const read = useMemo(() => list.data?.pages.flatMap(page => page.items) ?? NONE, [list.data])
  const [shown, show] = useState(NONE)
  const rows = inPlace(shown, read)
  if (rows !== shown) show(rows)

  const outside = useOutside()
  const [sorting, sort] = useState(false)
  const whole = useRef({ rows, read })
  // While it is sorted again only the first page is known: that tells of no change.
  if (!sorting && (whole.current.rows !== rows || whole.current.read !== read)) whole.current = { rows, read }
  const settled = useNowAndThen(whole.current, TELL_EVERY)
  const changed = useMemo(
    () => changedRows(settled.rows, settled.read, outside.heard, filters, list.hasNextPage),
    [settled, outside.heard, filters, list.hasNextPage],
  )

  const { refetch } = list
  const { heardSoFar, forget } = outside
  const sortAgain = useCallback(async () => {
    const before = cache.getQueryData<InfiniteData<Page>>(key)
    const known = new Map(heardSoFar.current)
    sort(true)
    // The first page is read anew; the others follow when somebody comes to them.
    cache.setQueryData<InfiniteData<Page>>(
      key,
      before && { pages: before.pages.slice(0, 1), pageParams: before.pageParams.slice(0, 1) },
    )
    const { isError } = await refetch()
    sort(false)
    if (isError) {
      cache.setQueryData(key, before)
      patchClients(cache, heardSoFar.current)
      return
    }
    forget(known)
    show(NONE)
  }, [cache, key, refetch, heardSoFar, forget])

  return { list, rows: useLost(rows, read, !sorting), changed, sortAgain }
}

/** A value as it was at most so many milliseconds ago: what is worked out from it isn't worked out with every change. */
function useNowAndThen<T>(value: T, millis: number): T {
  const [settled, settle] = useState(value)
  const latest = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    latest.current = value
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      settle(() => latest.current)
    }, millis)
  }, [value, millis])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  return settled
}

/** What is heard of clients since the list was sorted, the latest of each. */
function useOutside() {
  const collected = useRef(new Map<string, ClientPatch>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [heard, tell] = useState<ReadonlyMap<string, ClientPatch>>(new Map())
  const hear = useCallback((patch: Record<string, unknown>) => {
    const clientId = String(patch.clientId)
    if (collected.current.size >= MOST_OUTSIDE && !collected.current.has(clientId)) return
    collected.current.set(clientId, patch as ClientPatch)
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      tell(new Map(collected.current))
    }, TELL_EVERY)
  }, [])
  useLive('clients', hear)
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  /** Forgets what was known, but for what has been heard since. */
  const forget = useCallback((known: ReadonlyMap<string, ClientPatch>) => {
    for (const [clientId, patch] of known) {
      if (collected.current.get(clientId) === patch) collected.current.delete(clientId)
    }
    tell(new Map(collected.current))
  }, [])
  return { heard, heardSoFar: collected, forget }
}
