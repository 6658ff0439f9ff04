import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { Link } from 'wouter'
import { type ListedEvent, readEvents } from '../api/events'
import { useFormats } from '../format/format'
import { Scrolled } from '../parts/Scrolled'
import { Loaded } from '../parts/States'
import { Ago } from '../parts/Time'
import { useWords } from '../words/language'
import { useEventsPlace } from './place'
import { texts } from './words'

interface Row {
  event: ListedEvent
  open: boolean
  toggle: () => void
}

/** An event in a line; opened, with its payload and metadata. */
export const EventRow = memo(
  function EventRow({ event, open, toggle }: Row) {
    const w = useWords(texts)
    const format = useFormats()
    return (
      <li className={event.payload === undefined ? 'row row-new' : 'row'}>
        <button type="button" data-row className="event" aria-expanded={open} onClick={toggle}>
          <span className="event-time">
            <Ago at={event.time} />
          </span>
          <b>{w.types[event.type] ?? event.type}</b>
          <code className="event-client">{event.clientId}</code>
          <span className="event-actor">{event.actor ?? <span className="quiet">{w.somebody}</span>}</span>
          <span className="quiet event-version">{w.versionOf(format.whole(event.version))}</span>
        </button>
        {open && <Opened event={event} />}
      </li>
    )
  },
  (before, after) => before.event === after.event && before.open === after.open,
)

function Opened({ event }: { event: ListedEvent }) {
  const w = useWords(texts)
  const format = useFormats()
  const [place, go] = useEventsPlace()
  return (
    <div className="opened">
      <div>
        <h3>{w.metadata}</h3>
        <dl className="facts">
          {[
            [w.recorded, format.moment(event.time)],
            [w.typeName, event.type],
            [w.eventId, event.eventId],
            [w.revision, format.whole(event.revision)],
            [w.clientVersion, format.whole(event.version)],
          ].map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="opened-links">
          <Link href={`/clients/${encodeURIComponent(event.clientId)}`}>{w.openClient}</Link>
          {place.filters.clientId !== event.clientId && (
            <button type="button" className="plain" onClick={() => go({ filters: { clientId: event.clientId } })}>
              {w.onlyThisClient}
            </button>
          )}
        </p>
      </div>
      <div>
        <h3>{w.payload}</h3>
        {event.payload === undefined ? <Payload event={event} /> : <Json value={event.payload} />}
      </div>
    </div>
  )
}

/** The stream tells no payloads: asked for once somebody wants one. */
function Payload({ event }: { event: ListedEvent }) {
  const w = useWords(texts)
  const { clientId, eventId } = event
  const asked = useQuery({
    queryKey: ['event', eventId],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) =>
      (await readEvents({ clientId, limit: 100 }, signal)).items.find(one => one.eventId === eventId) ?? null,
  })
  return (
    <Loaded from={asked} lines={3}>
      {read => (read ? <Json value={read.payload} /> : <p className="quiet">{w.noPayload}</p>)}
    </Loaded>
  )
}

function Json({ value }: { value: unknown }) {
  const w = useWords(texts)
  return (
    <Scrolled as="pre" label={w.payload} className="json">
      {JSON.stringify(value, null, 2)}
    </Scrolled>
  )
}
