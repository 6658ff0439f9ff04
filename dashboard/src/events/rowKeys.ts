import { type RefObject, useEffect } from 'react'
import { isForPage } from '../parts/pageKeys'

/** j and k go from row to row of a list; Enter is the row's own, being a button; Esc leaves the list. */
export function useRowKeys(list: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isForPage(event) || !list.current) return
      const rows = [...list.current.querySelectorAll<HTMLElement>('[data-row]')]
      const here = rows.indexOf(document.activeElement as HTMLElement)
      if (event.key === 'j') rows[Math.min(here + 1, rows.length - 1)]?.focus()
      else if (event.key === 'k') rows[Math.max(here - 1, 0)]?.focus()
      else if (event.key === 'Escape' && here >= 0) rows[here]?.blur()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [list])
}
