import { body, query, type Shown } from './api'

/** An event of any client; payload and what the stream doesn't tell are absent in patches of it. */
export type ListedEvent = Omit<Shown['ListedEvent'], 'payload' | 'actor'> & {
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
): Promise<EventPage> => body(query.GET('/api/events', { params: { query: filters } as never, signal }))
