import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { body, command } from '../api/api'
import { useSubmission } from '../api/submission'
import { FormFault } from '../parts/Faults'
import { Panel } from '../parts/Panel'
import { useWords } from '../words/language'
import { Fields } from './Fields'
import './newclient.css'
import { type Registered, Result } from './Result'
import { EMPTY, type FieldName, type Registration, registrationOf, type Written } from './registration'
import { texts } from './words'

const register = (registration: Registration, key: string) =>
  body(command.POST('/api/clients', { params: { header: { 'Idempotency-Key': key } }, body: registration }))

/** Registers a client, and shows what is predicted for that one. */
export default function NewClient() {
  const w = useWords(texts)
  const cache = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [written, write] = useState<Written>(EMPTY)
  const [looked, look] = useState(false)
  const [registered, setRegistered] = useState<Registered | null>(null)
  const sending = useSubmission(register)
  const checked = registrationOf(written)
  const faults = looked && 'faults' in checked ? checked.faults : {}

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    look(true)
    if (registered) return
    if ('faults' in checked) {
      const first = (Object.keys(EMPTY) as FieldName[]).find(field => checked.faults[field])
      form.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus()
      return
    }
    const sentAt = performance.now()
    const done = await sending.submit(checked.registration)
    if (!done) return
    setRegistered({ done, name: checked.registration.name, sentAt })
    void cache.invalidateQueries({ queryKey: ['account-managers'] })
  }

  const another = () => {
    setRegistered(null)
    write(EMPTY)
    look(false)
    sending.forget()
    requestAnimationFrame(() => form.current?.querySelector('input')?.focus())
  }

  return (
    <div className="new-client">
      <header>
        <h1>{w.title}</h1>
        <p className="quiet">{w.intro}</p>
      </header>
      <form ref={form} className="form panel" noValidate onSubmit={event => void submit(event)}>
        <Fields
          written={written}
          write={write}
          faults={faults}
          failure={sending.failure}
          fixed={registered !== null || sending.pending}
        />
        <FormFault failure={sending.failure} fields={Object.keys(EMPTY)} />
        {!registered && (
          <footer>
            <button type="submit" className="first" disabled={sending.pending}>
              {sending.pending ? w.registering : w.register}
            </button>
          </footer>
        )}
      </form>
      {registered ? (
        <Result registered={registered} another={another} />
      ) : (
        <Panel title={w.result} help={w.resultHelp}>
          <p className="quiet">{w.before}</p>
        </Panel>
      )}
    </div>
  )
}
