import { useCallback, useMemo, useRef, useState } from 'react'
import type { Client } from './useWorkList'

/** Which clients are chosen. */
export interface Choice {
  chosen: ReadonlySet<string>
  /** Chooses or doesn't; with `range` all up to the one that was chosen last as well. */
  toggle: (client: Client, range?: boolean) => void
  all: () => void
  none: () => void
  /** Some of them aren't any more. */
  without: (clientIds: readonly string[]) => void
}

/** Whoever has left can't be assigned. */
export const mayBeChosen = (client: Client) => client.status === 'active'

export function useChoice(rows: readonly Client[]): Choice {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string | null>(null)
  const current = useRef(rows)
  current.current = rows

  const toggle = useCallback((client: Client, range = false) => {
    const all = current.current
    const from = range ? all.findIndex(row => row.clientId === last.current) : -1
    const to = all.findIndex(row => row.clientId === client.clientId)
    last.current = client.clientId
    choose(before => {
      const next = new Set(before)
      const on = !before.has(client.clientId)
      const meant = from >= 0 && to >= 0 ? all.slice(Math.min(from, to), Math.max(from, to) + 1) : [client]
      for (const one of meant.filter(mayBeChosen)) {
        if (on) next.add(one.clientId)
        else next.delete(one.clientId)
      }
      return next
    })
  }, [])
  const all = useCallback(() => choose(new Set(current.current.filter(mayBeChosen).map(row => row.clientId))), [])
  const none = useCallback(() => choose(new Set()), [])
  const without = useCallback((clientIds: readonly string[]) => {
    choose(before => {
      const next = new Set(before)
      for (const id of clientIds) next.delete(id)
      return next
    })
  }, [])
  return useMemo(() => ({ chosen, toggle, all, none, without }), [chosen, toggle, all, none, without])
}
