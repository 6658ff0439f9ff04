import { useSyncExternalStore } from 'react'

const KEPT = 'vigie.letterKeys'
const listeners = new Set<() => void>()
let letters = localStorage.getItem(KEPT) !== 'off'

/** Whether single characters do something: whoever speaks to the machine, or presses keys unawares, turns them off. */
export function chooseLetterKeys(on: boolean) {
  letters = on
  if (on) localStorage.removeItem(KEPT)
  else localStorage.setItem(KEPT, 'off')
  for (const listener of listeners) listener()
}

export const useLetterKeys = () =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => letters,
  )

/** Whether a key is meant for the page, not for a field. */
export const isForPage = (event: KeyboardEvent) =>
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  (letters || event.key.length > 1) &&
  !(event.target instanceof HTMLElement && event.target.closest('input:not([type=checkbox]), select, textarea, dialog'))
