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
  setTimeout(() => dismiss(id), SHOWN)
}

const dismiss = (id: number) => set(notices.filter(notice => notice.id !== id))

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
        <p key={notice.id}>
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
