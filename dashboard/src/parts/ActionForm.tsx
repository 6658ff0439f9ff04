import type { ReactNode } from 'react'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { Dialog } from './Dialog'
import { FormFault } from './Faults'

/** A small form in a dialog: what it is about, its fields, what was wrong, and one verb. */
export function ActionForm({
  title,
  verb,
  intro,
  pending,
  failure,
  fields = [],
  submit,
  close,
  children,
}: {
  title: string
  verb: string
  intro?: ReactNode
  pending: boolean
  failure: unknown
  /** The fields that say themselves what is wrong with them. */
  fields?: string[]
  submit: () => void
  close: () => void
  children?: ReactNode
}) {
  const w = useWords(shared)
  return (
    <Dialog title={title} close={close}>
      <form
        className="form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        {intro && <p className="quiet">{intro}</p>}
        {children}
        <FormFault failure={failure} fields={fields} />
        <footer>
          <button type="button" onClick={close}>
            {w.cancel}
          </button>
          <button type="submit" className="first" disabled={pending}>
            {verb}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
