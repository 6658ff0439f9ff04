import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import './dialog.css'
import { SessionEnded } from './SessionEnded'

/** Asks for something before the page goes on; Esc closes it, and the focus goes back to where it was. */
export function Dialog({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const w = useWords(shared)
  const id = useId()
  const place = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    place.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog ref={place} aria-labelledby={id} onClose={close} onCancel={close}>
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="plain" onClick={close} aria-label={w.close}>
          ✕
        </button>
      </header>
      {/* What the page says behind a dialog can't be reached. */}
      <SessionEnded />
      {children}
    </dialog>
  )
}
