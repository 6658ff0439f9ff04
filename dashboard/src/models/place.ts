import { useSearchParams } from 'wouter'

export const VIEWS = ['card', 'curves', 'comparison', 'drift', 'quality', 'history'] as const

/** What of a model is looked at. */
export type View = (typeof VIEWS)[number]

export interface Place {
  name: string | null
  version: number | null
  view: View
}

/** Reads the address; what makes no sense is as if it weren't there. */
export function placeOf(search: URLSearchParams): Place {
  const version = Number(search.get('version'))
  const view = search.get('view') as View
  return {
    name: search.get('name'),
    version: Number.isInteger(version) && version > 0 ? version : null,
    view: VIEWS.includes(view) ? view : 'card',
  }
}

/** The address of another place, without what goes without saying. */
export function searchOf(place: Place): URLSearchParams {
  const search = new URLSearchParams()
  if (place.name) search.set('name', place.name)
  if (place.version) search.set('version', String(place.version))
  if (place.view !== 'card') search.set('view', place.view)
  return search
}

/** Which model, version and view the address names, and how to go to another one. */
export function usePlace(): [Place, (change: Partial<Place>) => void] {
  const [search, setSearch] = useSearchParams()
  const place = placeOf(search)
  return [place, change => setSearch(searchOf({ ...place, ...change }))]
}
