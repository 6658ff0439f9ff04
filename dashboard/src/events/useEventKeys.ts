import type { RefObject } from 'react'
import { drawnRows, useRowKeys } from '../parts/rowKeys'

/** Beside the keys of every list Esc leaves it; Enter is the row's own, being a button. */
export function useEventKeys(list: RefObject<HTMLElement | null>) {
  useRowKeys(
    () => drawnRows(list.current),
    ({ key, target }, at) => {
      if (key === 'Escape' && at >= 0 && target instanceof HTMLElement) target.blur()
    },
  )
}
