import { useSearchParams } from 'wouter'

export const EVENT_TYPES = [
  'client-registered',
  'client-profile-changed',
  'client-sites-changed',
  'purchase-recorded',
  'account-manager-assigned',
  'account-manager-unassigned',
  'client-departed',
  'client-returned',
] as const

export interface Filters {
  type?: string
  actor?: string
  clientId?: string
}

/** What the address asks for; what can't be asked for is left out. */
export function filtersOf(search: URLSearchParams): Filters {
  const type = search.get('type') ?? ''
  const clientId = search.get('client') ?? ''
  return {
    type: (EVENT_TYPES as readonly string[]).includes(type) ? type : undefined,
    actor: search.get('actor')?.slice(0, 200) || undefined,
    clientId: /^[A-Za-z0-9._-]{1,64}$/.test(clientId) ? clientId : undefined,
  }
}

export interface Place {
  deadLetters: boolean
  filters: Filters
}

/** Which list the address names, and with which filters. */
export function useEventsPlace(): [Place, (change: Partial<Place>) => void] {
  const [search, setSearch] = useSearchParams()
  const place = { deadLetters: search.get('view') === 'dead-letters', filters: filtersOf(search) }
  const go = (change: Partial<Place>) => {
    const to = { ...place, ...change }
    const next = new URLSearchParams()
    if (to.deadLetters) next.set('view', 'dead-letters')
    else {
      if (to.filters.type) next.set('type', to.filters.type)
      if (to.filters.actor) next.set('actor', to.filters.actor)
      if (to.filters.clientId) next.set('client', to.filters.clientId)
    }
    setSearch(next, { replace: change.deadLetters === undefined })
  }
  return [place, go]
}
