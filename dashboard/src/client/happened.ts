import type { ListedEvent } from '../api/events'

/** The latest first, each once: pages go by time, while a client counts its events by version. */
export function inOrder(events: readonly ListedEvent[]): ListedEvent[] {
  const byVersion = new Map(events.map(event => [event.version, event]))
  return [...byVersion.values()].sort((one, other) => other.version - one.version)
}
