import { useState } from 'react'
import type { ListedEvent } from '../api/events'
import { useFormats } from '../format/format'
import { Panel } from '../parts/Panel'
import { Failing, Loaded } from '../parts/States'
import { Ago } from '../parts/Time'
import { useWords } from '../words/language'
import type { useEvents } from './reads'
import { texts } from './words'

const AT_ONCE = 20

/** Everything that happened, newest first; a row opens to what was recorded. */
export function Events({ events }: { events: ReturnType<typeof useEvents> }) {
  const w = useWords(texts)
  const format = useFormats()
  const [shown, show] = useState(AT_ONCE)
  const count = events.data?.length ?? 0
  const showMore = async () => {
    if (count < shown + AT_ONCE && events.hasNextPage) {
      const grown = await events.fetchNextPage()
      if ((grown.data?.length ?? 0) <= count) return
    }
    show(shown + AT_ONCE)
  }
  const said = format.whole(count)
  return (
    <Panel
      title={w.events}
      help={w.eventsHelp}
      summary={events.data && (events.hasNextPage ? w.eventsSome(said) : w.eventsSummary(said))}
    >
      <Loaded from={events} lines={4}>
        {all => (
          <ol className="events">
            {all.slice(0, shown).map(event => (
              <Happened key={event.eventId} event={event} />
            ))}
          </ol>
        )}
      </Loaded>
      {events.isFetchNextPageError && <Failing failure={events.error} />}
      <p className="events-more">
        {(count > shown || events.hasNextPage) && (
          <button type="button" disabled={events.isFetching} onClick={() => void showMore()}>
            {w.moreEvents}
          </button>
        )}
      </p>
    </Panel>
  )
}

function Happened({ event }: { event: ListedEvent }) {
  const w = useWords(texts)
  const name = (w.eventNames as Record<string, string>)[event.type] ?? event.type
  const gist = useGist(event)
  return (
    <li>
      <details>
        <summary>
          <span className="event-version">{event.version}</span>
          <span>
            {name} <span className="quiet">{gist}</span>
          </span>
          <span className="quiet event-when">
            <Ago at={event.time} />
          </span>
        </summary>
        <p className="quiet">
          {event.type} · {w.revision(String(event.revision))}
          {event.actor && ` · ${w.actor.toLowerCase()} ${event.actor}`}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
        <pre tabIndex={0}>{JSON.stringify(event.payload, null, 2)}</pre>
      </details>
    </li>
  )
}

/** The one thing of an event that one wants to know without opening it. */
function useGist(event: ListedEvent): string {
  const format = useFormats()
  const payload = event.payload as unknown as Record<string, unknown>
  switch (event.type) {
    case 'purchase-recorded':
      return typeof payload.amount === 'number' ? format.cents(payload.amount) : ''
    case 'client-sites-changed':
      return String(payload.numSites ?? '')
    case 'account-manager-assigned':
      return String(payload.accountManagerId ?? '')
    case 'account-manager-unassigned':
      return String(payload.accountManagerId ?? payload.previousAccountManagerId ?? '')
    case 'client-departed':
      return typeof payload.leftOn === 'string' ? format.day(payload.leftOn) : ''
    default:
      return ''
  }
}
