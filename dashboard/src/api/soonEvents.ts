import { body, query } from './api'

// GET /api/events, until the published API has it.

/** An event of any client; the payload is absent in what the stream tells. */
export interface ListedEvent {
  clientId: string
  version: number
  eventId: string
  type: string
  revision: number
  time: string
  actor?: string | null
  payload?: unknown
}

export interface EventPage {
  items: ListedEvent[]
  next: string | null
}

/** A page of what happened, newest first. */
export const readEvents = (
  filters: { type?: string; actor?: string; clientId?: string; limit?: number; cursor?: string },
  signal?: AbortSignal,
): Promise<EventPage> =>
  body(query.GET('/api/events' as never, { params: { query: filters }, signal } as never) as never)
