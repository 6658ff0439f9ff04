import { useSyncExternalStore } from 'react'

let ended = false
const listeners = new Set<() => void>()

function set(next: boolean) {
  if (next === ended) return
  ended = next
  for (const listener of listeners) listener()
}

/** Somebody who isn't signed in any more was refused: the page stays as it is, with what is written in it. */
export const endSession = () => set(true)

/** Whoever the page is for is signed in again. */
export const resumeSession = () => set(false)

/** Whether what is sent now would meet nobody who is signed in. */
export const hasEnded = () => ended

export const useSessionEnded = () =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => ended,
  )

const CHANNEL = 'vigie.session'

/** Tells the other pages of this browser that somebody is signed in here. */
export function tellSignedIn() {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage('signed in')
  channel.close()
}

/** Hears of a new session where somebody may have begun one: when another page tells, or when they come back to one without. */
export function onSignedIn(hear: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = hear
  const back = () => {
    if (ended) hear()
  }
  addEventListener('focus', back)
  return () => {
    channel.close()
    removeEventListener('focus', back)
  }
}
