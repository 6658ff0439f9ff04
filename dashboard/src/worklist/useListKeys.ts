import { type RefObject, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { isForPage } from '../parts/pageKeys'
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

/** j and k go from row to row, x selects, Enter opens. */
export function useListKeys(hands: Hands) {
  const [, open] = useLocation()
  const now = useRef(hands)
  const byKey = useRef(false)
  now.current = hands

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isForPage(event)) return
      const { rows, at, first, goTo, scrollTo, choice } = now.current
      const row = rows[at]
      if (event.key === 'j' || event.key === 'k') {
        const index = at < 0 ? first : Math.min(rows.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)))
        const next = rows[index]
        if (!next) return
        byKey.current = true
        goTo(next.clientId)
        scrollTo(index)
      } else if (event.key === 'x' && row && choice && mayBeChosen(row)) {
        choice.toggle(row)
      } else if (event.key === 'Enter' && row && isLost(event.target)) {
        open(`/clients/${encodeURIComponent(row.clientId)}`)
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [open])

  useEffect(() => {
    if (!byKey.current || hands.at < 0) return
    // The row is drawn by now, or in the next frame when it had to be scrolled to.
    const frame = requestAnimationFrame(() => {
      byKey.current = false
      hands.place.current?.querySelector<HTMLElement>('[data-current] a')?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [hands.at, hands.place])
}

/** Whether nothing on the page has the key for itself. */
const isLost = (target: EventTarget | null) =>
  !(target instanceof HTMLElement && target.closest('a, button, input, select, summary'))
