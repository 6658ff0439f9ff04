import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useSubmission } from '../api/submission'
import { Dialog } from '../parts/Dialog'
import { FormFault } from '../parts/Faults'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { actionTexts } from './actionWords'
import { reread } from './reads'

/**
 * Asks why before something is decided about a model, and says what comes of it.
 *
 * @param act does it with the reason and an idempotency key that stays the same while the same is tried again; answers
 *     with the token to read after it, where there is one
 * @param confirms when the reason was given before, by another person
 */
export function ReasonDialog({
  name,
  title,
  what,
  button,
  close,
  act,
  confirms,
  children,
}: {
  name: string
  title: string
  what: string
  button: string
  close: () => void
  act: (reason: string, key: string) => Promise<string | undefined>
  confirms?: boolean
  children?: ReactNode
}) {
  const w = useWords(actionTexts)
  const { cancel } = useWords(shared)
  const cache = useQueryClient()
  const id = useId()
  const [reason, setReason] = useState('')
  const { submit, pending, failure } = useSubmission(async (why: string, key) => ({ token: await act(why, key) }))

  const decide = async (event: FormEvent) => {
    event.preventDefault()
    const done = await submit(reason.trim())
    if (done) close()
    // Also when it was refused: mostly because somebody else was faster.
    await reread(cache, name, done?.token)
  }

  return (
    <Dialog title={title} close={close}>
      <form className="models-form" onSubmit={decide}>
        <p>{what}</p>
        {children}
        {!confirms && (
          <label htmlFor={id}>
            {w.why}
            <textarea
              id={id}
              required
              maxLength={500}
              rows={3}
              value={reason}
              placeholder={w.whyNeeded}
              onChange={event => setReason(event.target.value)}
            />
          </label>
        )}
        <FormFault failure={failure} />
        <div className="models-buttons">
          <button type="submit" className="first" disabled={pending || (!confirms && reason.trim() === '')}>
            {button}
          </button>
          <button type="button" onClick={close}>
            {cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
