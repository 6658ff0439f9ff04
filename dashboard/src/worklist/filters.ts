import type { Shown } from '../api/api'

type Client = Shown['ShownClient']

/** Which clients the list is of; what is undefined doesn't matter. */
export interface Filters {
  band?: 'low' | 'medium' | 'high'
  unassigned?: boolean
  accountManagerId?: string
  state?: string
  /** Active ones unless told otherwise. */
  status: 'active' | 'left' | 'all'
  /** 0–1. */
  minScore?: number
  q?: string
}

const ID = /^[A-Za-z0-9._-]{1,64}$/

/** What an address asks for; what makes no sense there is left out. */
export function fromAddress(search: URLSearchParams, maySearch: boolean): Filters {
  const band = search.get('band')
  const unassigned = search.get('unassigned')
  const manager = search.get('accountManagerId') ?? ''
  const state = search.get('state') ?? ''
  const status = search.get('status')
  const least = search.get('minScore')
  const q = (search.get('q') ?? '').trim().slice(0, 200)
  const minScore = least === null || least === '' ? Number.NaN : Number(least)
  return {
    band: band === 'low' || band === 'medium' || band === 'high' ? band : undefined,
    unassigned: unassigned === 'true' ? true : unassigned === 'false' ? false : undefined,
    accountManagerId: ID.test(manager) ? manager : undefined,
    state: /^[A-Za-z]{2}$/.test(state) ? state.toUpperCase() : undefined,
    status: status === 'left' || status === 'all' ? status : 'active',
    minScore: minScore > 0 && minScore <= 1 ? minScore : undefined,
    q: maySearch && q ? q : undefined,
  }
}

/** The address of a list, without what goes without saying. */
export function toAddress(filters: Filters): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && !(name === 'status' && value === 'active')) search.set(name, String(value))
  }
  return search.toString()
}

/** As the API is asked. */
export const asked = ({ status, ...filters }: Filters) => ({
  ...filters,
  status: status === 'all' ? undefined : status,
})

/** Whether anything but the usual is asked for. */
export const isFiltered = (filters: Filters) => toAddress(filters) !== ''

/** Whether a client belongs to the list as far as its own fields tell: names are for the service to search. */
export function belongs(client: Partial<Client>, filters: Filters): boolean {
  const risk = client.risk
  if (filters.status !== 'all' && client.status !== filters.status) return false
  if (filters.band && risk?.band !== filters.band) return false
  if (filters.minScore !== undefined && !(risk && risk.score >= filters.minScore)) return false
  if (filters.state && client.state !== filters.state) return false
  if (filters.accountManagerId && client.accountManager?.accountManagerId !== filters.accountManagerId) return false
  if (filters.unassigned !== undefined) {
    const nobody = !client.accountManager && !client.managedElsewhere
    if (nobody !== filters.unassigned) return false
  }
  return true
}
