import type { ListedEvent } from '../api/events'
import { compareInstants } from '../format/instants'
import type { Filters } from './place'

/** No page grows without end: what is older is a page further on. */
export const MOST = 500

/** What came while the list was open, newest first. */
export interface Arrivals {
  shown: ListedEvent[]
  /** Not shown yet, so that no row moves under a hand. */
  waiting: ListedEvent[]
}

export const NONE: Arrivals = { shown: [], waiting: [] }

export const matches = (event: ListedEvent, filters: Filters) =>
  (!filters.type || filters.type === event.type) &&
  (!filters.actor || filters.actor === event.actor) &&
  (!filters.clientId || filters.clientId === event.clientId)

const newestFirst = (a: ListedEvent, b: ListedEvent) =>
  compareInstants(b.time, a.time) || b.clientId.localeCompare(a.clientId) || b.version - a.version

/** In order, each once, bounded. */
function merged(more: ListedEvent[], before: ListedEvent[]): ListedEvent[] {
  const known = new Set(before.map(event => event.eventId))
  const fresh = more.filter(event => !known.has(event.eventId) && known.add(event.eventId))
  return fresh.length === 0 ? before : [...fresh, ...before].toSorted(newestFirst).slice(0, MOST)
}

/** Takes in what the stream told, in the list or, while it is held, beside it. */
export function arrived(arrivals: Arrivals, events: ListedEvent[], filters: Filters, held: boolean): Arrivals {
  const wanted = events.filter(event => matches(event, filters))
  const shown = new Set(arrivals.shown.map(event => event.eventId))
  const fresh = wanted.filter(event => !shown.has(event.eventId))
  if (fresh.length === 0) return arrivals
  return held
    ? { ...arrivals, waiting: merged(fresh, arrivals.waiting) }
    : { shown: merged(fresh, merged(arrivals.waiting, arrivals.shown)), waiting: [] }
}

/** Lets in what waits. */
export const released = (arrivals: Arrivals): Arrivals =>
  arrivals.waiting.length === 0 ? arrivals : { shown: merged(arrivals.waiting, arrivals.shown), waiting: [] }

/** What arrived and what was read, each event once; what was read knows more. */
export function together(arrivals: ListedEvent[], read: ListedEvent[]): ListedEvent[] {
  const known = new Map(read.map(event => [event.eventId, event]))
  return [...arrivals.filter(event => !known.has(event.eventId)), ...read]
}
