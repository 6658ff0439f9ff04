import { useSyncExternalStore } from 'react'

const narrow = matchMedia('(max-width: 720px)')

/** Whether there is room for one column only; the same width as in the style sheets. */
export const useNarrow = () =>
  useSyncExternalStore(
    listener => {
      narrow.addEventListener('change', listener)
      return () => narrow.removeEventListener('change', listener)
    },
    () => narrow.matches,
  )
