import { useEffect, useRef } from 'react'
import { isForPage } from '../parts/pageKeys'

/** What a list does with the row that the focus is in. */
export interface RowKeys {
  open: (row: number) => void
  digit: (row: number, digit: number) => void
}

const rowsOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('[data-row]')]

/** j and k move through the rows of a list, Enter opens one, digits act on it. The keys of fields and buttons stay theirs. */
export function useRowKeys(does: RowKeys) {
  const list = useRef<HTMLTableSectionElement>(null)
  const latest = useRef(does)
  useEffect(() => {
    latest.current = does
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!list.current || !isForPage(event)) return
      const rows = rowsOf(list.current)
      const row = rows.findIndex(one => one.contains(document.activeElement))
      if (event.key === 'j' || event.key === 'k') {
        const next = rows[Math.min(rows.length - 1, Math.max(0, row + (event.key === 'j' ? 1 : -1)))]
        next?.focus()
        next?.scrollIntoView({ block: 'nearest' })
        if (next) event.preventDefault()
      } else if (row >= 0 && event.key === 'Enter' && document.activeElement === rows[row]) latest.current.open(row)
      else if (row >= 0 && /^[1-9]$/.test(event.key)) latest.current.digit(row, Number(event.key))
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return list
}
