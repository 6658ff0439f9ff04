import { useEffect, useRef } from 'react'
import { isForPage } from './pageKeys'

/** A list as its keys see it. */
export interface Rows {
  count: number
  /** The current row; -1 without one. */
  at: number
  /** Where the keys begin without one. */
  first?: number
  goTo: (row: number) => void
}

/** The row that a key goes to; null when it is none of theirs. */
export function rowFor(key: string, { count, at, first = 0 }: Rows): number | null {
  if ((key !== 'j' && key !== 'k') || count === 0) return null
  const next = at < 0 ? first : at + (key === 'j' ? 1 : -1)
  return Math.min(count - 1, Math.max(0, next))
}

/**
 * j and k go from row to row of a list. Keys of fields stay theirs.
 *
 * @param rows the list as it is when a key is pressed; null while there is none
 * @param press hears every other key that is for the page, with the current row
 */
export function useRowKeys(rows: () => Rows | null, press: (event: KeyboardEvent, at: number) => void) {
  const latest = useRef({ rows, press })
  latest.current = { rows, press }
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const here = isForPage(event) ? latest.current.rows() : null
      if (!here) return
      const row = rowFor(event.key, here)
      if (row === null) return latest.current.press(event, here.at)
      event.preventDefault()
      here.goTo(row)
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
}

/** A list whose rows are all drawn, each marked `data-row`: the current one is where the focus is. */
export function drawnRows(list: HTMLElement | null): Rows | null {
  if (!list) return null
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')]
  return {
    count: rows.length,
    at: rows.findIndex(row => row.contains(document.activeElement)),
    goTo: row => {
      rows[row]?.focus()
      rows[row]?.scrollIntoView({ block: 'nearest' })
    },
  }
}
