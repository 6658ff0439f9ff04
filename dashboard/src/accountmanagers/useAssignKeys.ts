import { useRef } from 'react'
import { drawnRows, useRowKeys } from '../parts/rowKeys'

/** What a list does with the row that the focus is in. */
interface AssignKeys {
  open: (row: number) => void
  digit: (row: number, digit: number) => void
}

/** Beside the keys of every list Enter opens the row, and digits act on it. The keys of what is in a row stay its own. */
export function useAssignKeys({ open, digit }: AssignKeys) {
  const list = useRef<HTMLTableSectionElement>(null)
  useRowKeys(
    () => drawnRows(list.current),
    ({ key, target }, at) => {
      if (at < 0) return
      if (/^[1-9]$/.test(key)) digit(at, Number(key))
      else if (key === 'Enter' && target instanceof HTMLElement && target.matches('[data-row]')) open(at)
    },
  )
  return list
}
