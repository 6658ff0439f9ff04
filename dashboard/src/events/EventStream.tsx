import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { readEvents } from '../api/events'
import { useFormats } from '../format/format'
import { Empty, Failing, Skeleton } from '../parts/States'
import { useFailure } from '../parts/useFailure'
import { useWords } from '../words/language'
import { together } from './arrivals'
import { EventRow } from './EventRow'
import type { Filters } from './place'
import { useArrivals } from './useArrivals'
import { useEventKeys } from './useEventKeys'
import { texts } from './words'

/** Events as they happen on top, older ones below; nothing moves while somebody points at it. Other filters, another stream. */
export function EventStream({ filters: asked }: { filters: Filters }) {
  const [filters] = useState(asked)
  const w = useWords(texts)
  const format = useFormats()
  const [paused, pause] = useState(false)
  const [pointed, point] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const list = useRef<HTMLOListElement>(null)
  useEventKeys(list)
  const [arrivals, release] = useArrivals(filters, paused || pointed || open !== null)
  const read = useInfiniteQuery({
    queryKey: ['events', filters],
    staleTime: Number.POSITIVE_INFINITY,
    // What came while another screen was open is in no page that was read before.
    refetchOnMount: 'always',
    queryFn: ({ signal, pageParam }) => readEvents({ ...filters, limit: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })
  const failure = useFailure(read)
  const events = useMemo(
    () => together(arrivals.shown, read.data?.pages.flatMap(page => page.items) ?? []),
    [arrivals.shown, read.data],
  )
  const n = arrivals.waiting.length
  const filtered = Object.values(filters).some(Boolean)
  return (
    <>
      <div className="events-bar">
        <button type="button" aria-pressed={paused} onClick={() => pause(!paused)}>
          {paused ? w.goOn : w.pause}
        </button>
        {n > 0 && (
          <button type="button" className="first" onClick={release}>
            {n === 1 ? w.oneWaiting : w.waiting(format.whole(n))}
          </button>
        )}
        <span className="quiet">{paused ? w.paused : w.following}</span>
      </div>
      {failure !== null && <Failing failure={failure} again={() => void read.refetch()} asking={read.isFetching} />}
      {read.isPending && failure === null && <Skeleton lines={12} />}
      {read.data && events.length === 0 && (
        <Empty title={filtered ? w.noneMatch : w.none}>
          <p className="quiet">{filtered ? w.noneMatchWhat : w.noneWhat}</p>
        </Empty>
      )}
      <ol
        ref={list}
        className="rows"
        onPointerEnter={() => point(true)}
        onPointerLeave={() => point(false)}
        onFocus={() => point(true)}
        onBlur={event => {
          if (!event.currentTarget.contains(event.relatedTarget)) point(false)
        }}
      >
        {events.map(event => (
          <EventRow
            key={event.eventId}
            event={event}
            open={open === event.eventId}
            toggle={() => setOpen(open === event.eventId ? null : event.eventId)}
          />
        ))}
      </ol>
      {read.hasNextPage ? (
        <button type="button" disabled={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {w.older}
        </button>
      ) : (
        read.data && events.length > 0 && <p className="quiet events-end">{w.beginning}</p>
      )}
    </>
  )
}
