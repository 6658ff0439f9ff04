import { type RefObject, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useRowKeys } from '../parts/rowKeys'
import { type Choice, mayBeChosen } from './useChoice'
import type { Client } from './useWorkList'

interface Hands {
  place: RefObject<HTMLElement | null>
  rows: readonly Client[]
  /** The index of the current row; -1 without one. */
  at: number
  /** The index of the first row in view. */
  first: number
  goTo: (clientId: string) => void
  scrollTo: (index: number) => void
  choice: Choice | null
}

/** Beside the keys of every list x selects, and Enter opens. */
export function useListKeys({ place, rows, at, first, goTo, scrollTo, choice }: Hands) {
  const [, open] = useLocation()
  const byKey = useRef(false)
  useRowKeys(
    () => ({
      count: rows.length,
      at,
      first,
      goTo: index => {
        const next = rows[index]
        if (!next) return
        byKey.current = true
        goTo(next.clientId)
        scrollTo(index)
      },
    }),
    ({ key, target }) => {
      const row = rows[at]
      if (!row) return
      if (key === 'x' && choice && mayBeChosen(row)) choice.toggle(row)
      else if (key === 'Enter' && isLost(target)) open(`/clients/${encodeURIComponent(row.clientId)}`)
    },
  )

  useEffect(() => {
    if (!byKey.current || at < 0) return
    // The row is drawn by now, or in the next frame when it had to be scrolled to.
    const frame = requestAnimationFrame(() => {
      byKey.current = false
      place.current?.querySelector<HTMLElement>('[data-current] a')?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [at, place])
}

/** Whether nothing on the page has the key for itself. */
const isLost = (target: EventTarget | null) =>
  !(target instanceof HTMLElement && target.closest('a, button, input, select, summary'))
