import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useAccountManagers } from '../api/reads'
import { useNarrow } from '../parts/useNarrow'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { Cards } from './Cards'
import { type Filters, toAddress } from './filters'
import { Grid } from './Grid'
import type { Choice } from './useChoice'
import { useHistories } from './useHistories'
import { useListKeys } from './useListKeys'
import type { Client } from './useWorkList'
import { texts } from './words'

/** Heights in pixels, as in worklist.css. */
const ROW = 36
const HEAD = 33
const CARD = 124
/** How many rows before the end the next page is asked for. */
const AHEAD = 60

interface Listed {
  filters: Filters
  list: UseInfiniteQueryResult
  rows: readonly Client[]
  /** Null where nothing can be done with a selection. */
  choice: Choice | null
}

/** Where each list was left, by its filters: whoever comes back from a client goes on there. */
const left = new Map<string, { offset: number; current: string | null }>()

/** What the table and the cards are told to draw. */
export interface Drawn {
  filters: Filters
  rows: readonly Client[]
  items: readonly VirtualItem[]
  /** How high all rows are together, in pixels. */
  height: number
  /** The row that keys are for. */
  current: string | null
  goTo: (clientId: string) => void
  choice: Choice | null
  histories: ReturnType<typeof useHistories>
  /** The name of an account manager by id. */
  names: ReadonlyMap<string, string>
}

/** The rows in view, of however many there are. */
export function Rows({ filters, list, rows, choice }: Listed) {
  const w = useWords(texts)
  const { tryAgain } = useWords(shared)
  const narrow = useNarrow()
  const place = useRef<HTMLDivElement>(null)
  const address = toAddress(filters)
  const [before] = useState(() => left.get(address))
  const [current, goTo] = useState<string | null>(before?.current ?? null)
  const at = useMemo(() => rows.findIndex(row => row.clientId === current), [rows, current])

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => (narrow ? CARD : ROW),
    scrollPaddingEnd: narrow ? 0 : HEAD,
    overscan: 6,
    initialOffset: before?.offset ?? 0,
    getItemKey: useCallback((index: number) => rows[index]?.clientId ?? index, [rows]),
    // The current row stays in the page when it is scrolled away, or the focus would be lost with it.
    rangeExtractor: useCallback(
      (range: Range) => {
        const seen = defaultRangeExtractor(range)
        return at < 0 || seen.includes(at) ? seen : [...seen, at].sort((one, other) => one - other)
      },
      [at],
    ),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the other height is what it is measured again for
  useEffect(() => virtual.measure(), [virtual, narrow])
  const items = virtual.getVirtualItems()

  const now = useRef({ offset: 0, current })
  now.current = { offset: virtual.scrollOffset ?? 0, current }
  useEffect(
    () => () => {
      left.set(address, now.current)
    },
    [address],
  )

  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list
  const last = virtual.range?.endIndex ?? 0
  useEffect(() => {
    if (last >= rows.length - AHEAD && hasNextPage && !isFetchingNextPage && !isFetchNextPageError)
      void fetchNextPage({ cancelRefetch: false })
  }, [last, rows.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])

  useListKeys({
    place,
    rows,
    at,
    first: virtual.range?.startIndex ?? 0,
    goTo,
    scrollTo: index => virtual.scrollToIndex(index),
    choice,
  })

  const histories = useHistories(rows, virtual.range?.startIndex ?? 0, last)
  const managers = useAccountManagers()
  const names = useMemo(
    () => new Map((managers.data ?? []).map(one => [one.accountManagerId, one.name ?? one.accountManagerId])),
    [managers.data],
  )
  const drawn = { filters, rows, items, height: virtual.getTotalSize(), current, goTo, choice, histories, names }
  return (
    <div className="rows" ref={place}>
      {narrow ? <Cards {...drawn} /> : <Grid {...drawn} />}
      {isFetchingNextPage && (
        <p className="rows-more quiet" role="status">
          {w.loadingMore}
        </p>
      )}
      {isFetchNextPageError && (
        <p className="rows-more" role="alert">
          {w.notLoaded}{' '}
          <button type="button" onClick={() => void fetchNextPage({ cancelRefetch: false })}>
            {tryAgain}
          </button>
        </p>
      )}
    </div>
  )
}
