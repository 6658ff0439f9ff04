import { useSyncExternalStore } from 'react'
import { useFormats } from '../format/format'

let now = Date.now()
const listeners = new Set<() => void>()
setInterval(() => {
  now = Date.now()
  for (const listener of listeners) listener()
}, 10_000)

/** How long ago, with the exact moment in the reader's zone on hover. */
export function Ago({ at }: { at: string }) {
  const format = useFormats()
  const current = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => now,
  )
  return (
    <time dateTime={at} title={format.moment(at)}>
      {format.ago(at, Math.max(current, new Date(at).getTime()))}
    </time>
  )
}
