import { useSyncExternalStore } from 'react'

/** A list under a name: the filters as in its address. */
export interface View {
  name: string
  search: string
}

export const GIVEN = [
  { name: 'all', search: '' },
  { name: 'atRisk', search: 'band=high' },
  { name: 'unassigned', search: 'band=high&unassigned=true' },
  { name: 'watch', search: 'band=medium&unassigned=true' },
  { name: 'left', search: 'status=left' },
] as const

const KEPT = 'vigie.views'
const MOST = 20
const listeners = new Set<() => void>()
let views: readonly View[] = parse(localStorage.getItem(KEPT))

/** What was kept here before; nothing of what isn't a view. */
export function parse(kept: string | null): readonly View[] {
  try {
    const found: unknown = JSON.parse(kept ?? '[]')
    return Array.isArray(found)
      ? found.filter(view => typeof view?.name === 'string' && typeof view?.search === 'string').slice(0, MOST)
      : []
  } catch {
    return []
  }
}

function keep(next: readonly View[]) {
  views = next
  localStorage.setItem(KEPT, JSON.stringify(next))
  for (const listener of listeners) listener()
}

/** Keeps a view; one of the same name is replaced, the oldest goes when there are too many. */
export const saveView = (view: View) => keep([...views.filter(one => one.name !== view.name), view].slice(-MOST))

export const forgetView = (name: string) => keep(views.filter(one => one.name !== name))

/** Whether two addresses ask for the same, in whatever order. */
export function isSame(one: string, other: string): boolean {
  const sorted = (search: string) => {
    const all = new URLSearchParams(search)
    all.sort()
    return all.toString()
  }
  return sorted(one) === sorted(other)
}

export const useViews = () =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => views,
  )
