import { useSyncExternalStore } from 'react'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import './notices.css'

interface Notice {
  id: number
  text: string
  undo?: () => void
}

let notices: Notice[] = []
let last = 0
const listeners = new Set<() => void>()

function set(next: Notice[]) {
  notices = next
  for (const listener of listeners) listener()
}

const SHOWN = 10_000

/** Says what was done, for ten seconds, and how to take it back where that is possible. */
export function tell(text: string, undo?: () => void) {
  const id = ++last
  set([...notices.slice(-2), { id, text, undo }])
  count(id)
}

const timers = new Map<number, ReturnType<typeof setTimeout>>()

/** Whoever points at a notice, or has come to it by keys, has all the time they need; it begins anew when they go. */
function count(id: number) {
  stop(id)
  timers.set(
    id,
    setTimeout(() => dismiss(id), SHOWN),
  )
}

function stop(id: number) {
  clearTimeout(timers.get(id))
  timers.delete(id)
}

function dismiss(id: number) {
  stop(id)
  set(notices.filter(notice => notice.id !== id))
}

export function Notices() {
  const w = useWords(shared)
  const shown = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => notices,
  )
  return (
    <div className="notices" role="status" aria-live="polite">
      {shown.map(notice => (
        <p
          key={notice.id}
          onPointerEnter={() => stop(notice.id)}
          onPointerLeave={event => {
            if (!event.currentTarget.matches(':focus-within')) count(notice.id)
          }}
          onFocus={() => stop(notice.id)}
          onBlur={event => {
            if (!event.currentTarget.matches(':hover')) count(notice.id)
          }}
        >
          {notice.text}
          {notice.undo && (
            <button
              type="button"
              className="plain"
              onClick={() => {
                dismiss(notice.id)
                notice.undo?.()
              }}
            >
              {w.undo}
            </button>
          )}
          <button type="button" className="plain" aria-label={w.close} onClick={() => dismiss(notice.id)}>
            ✕
          </button>
        </p>
      ))}
    </div>
  )
}
