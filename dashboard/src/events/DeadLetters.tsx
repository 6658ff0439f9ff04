import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { body, query } from '../api/api'
import { Empty, Failing, Skeleton } from '../parts/States'
import { Ago } from '../parts/Time'
import { useFailure } from '../parts/useFailure'
import { useStill } from '../parts/useStill'
import { useWords } from '../words/language'
import { DeadLetter } from './DeadLetter'
import { inPlace } from './inplace'
import { useEventKeys } from './useEventKeys'
import { letterTexts } from './words'

const CONSUMERS = ['relay', 'scoring', 'query'] as const
const STATES = ['open', 'retried', 'evicted'] as const

/** Records that could not be handled, newest first. */
export function DeadLetters() {
  const w = useWords(letterTexts)
  const [consumer, setConsumer] = useState('')
  const [state, setState] = useState('')
  const [open, setOpen] = useState<number | null>(null)
  const list = useRef<HTMLOListElement>(null)
  useEventKeys(list)
  const read = useInfiniteQuery({
    queryKey: ['dead-letters', 'list', consumer, state],
    queryFn: ({ signal, pageParam }) =>
      body(
        query.GET('/api/dead-letters', {
          params: {
            query: { consumer: consumer || undefined, state: state || undefined, limit: '50', cursor: pageParam },
          } as never,
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })
  const latest = useMemo(() => read.data?.pages.flatMap(page => page.items) ?? [], [read.data])
  const { shown, hands } = useStill(latest)
  const failure = useFailure(read)
  // Rows stay where they are under a hand; what is decided of one shows in it, and older ones come below.
  const letters = useMemo(() => inPlace(shown, latest), [shown, latest])
  const filtered = consumer !== '' || state !== ''
  return (
    <>
      <search className="filters" aria-label={w.filter}>
        <label>
          {w.consumer}
          <select value={consumer} onChange={event => setConsumer(event.target.value)}>
            <option value="">{w.anyConsumer}</option>
            {CONSUMERS.map(each => (
              <option key={each} value={each}>
                {w.consumers[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {w.state}
          <select value={state} onChange={event => setState(event.target.value)}>
            <option value="">{w.anyState}</option>
            {STATES.map(each => (
              <option key={each} value={each}>
                {w.states[each]}
              </option>
            ))}
          </select>
        </label>
      </search>
      {failure !== null && <Failing failure={failure} again={() => void read.refetch()} asking={read.isFetching} />}
      {read.isPending && failure === null && <Skeleton lines={8} />}
      {read.data && letters.length === 0 && (
        <Empty title={filtered ? w.noneMatch : w.none}>{!filtered && <p className="quiet">{w.noneWhat}</p>}</Empty>
      )}
      <ol ref={list} className="rows" {...hands}>
        {letters.map(letter => (
          <li key={letter.deadLetterId} className="row">
            <button
              type="button"
              data-row
              className="letter"
              aria-expanded={open === letter.deadLetterId}
              onClick={() => setOpen(open === letter.deadLetterId ? null : letter.deadLetterId)}
            >
              <span className="event-time">
                <Ago at={letter.time} />
              </span>
              <span className={`badge letter-${letter.state}`}>{w.states[letter.state] ?? letter.state}</span>
              <b>{w.consumers[letter.consumer] ?? letter.consumer}</b>
              <span className="letter-reason">{letter.reason}</span>
            </button>
            {open === letter.deadLetterId && <DeadLetter deadLetterId={letter.deadLetterId} />}
          </li>
        ))}
      </ol>
      {read.hasNextPage && (
        <button type="button" disabled={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {w.older}
        </button>
      )}
    </>
  )
}
