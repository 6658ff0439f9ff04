import { useState } from 'react'
import { useSubmission } from '../api/submission'
import { ActionForm } from '../parts/ActionForm'
import { faultOf } from '../parts/Faults'
import { Field } from '../parts/Field'
import { tell } from '../parts/Notices'
import { isBetween, wholeOf } from '../parts/numbers'
import { useWords } from '../words/language'
import { registerManager, useManagersAfterwards } from './commands'
import { texts } from './words'

export const MOST_CAPACITY = 100_000
const ID = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$/

export function Register({ close }: { close: () => void }) {
  const w = useWords(texts)
  const afterwards = useManagersAfterwards()
  const [name, setName] = useState('')
  const [capacity, setCapacity] = useState('20')
  const [id, setId] = useState('')
  const [looked, look] = useState(false)
  const sending = useSubmission(registerManager)
  const number = wholeOf(capacity)
  const faults = {
    name: name.trim() && [...name.trim()].length <= 200 ? undefined : w.nameFault,
    capacity: isBetween(number, 0, MOST_CAPACITY) ? undefined : w.capacityFault,
    accountManagerId: id === '' || ID.test(id) ? undefined : w.idFault,
  }
  const faultAt = (field: keyof typeof faults) =>
    looked ? (faults[field] ?? faultOf(sending.failure, field)) : undefined

  const submit = async () => {
    look(true)
    if (faults.name || faults.capacity || faults.accountManagerId || number === null) return
    const done = await sending.submit({ name: name.trim(), capacity: number, ...(id ? { accountManagerId: id } : {}) })
    if (!done) return
    close()
    afterwards(done)
    tell(w.registered(name.trim()))
  }

  return (
    <ActionForm
      title={w.registerTitle}
      verb={w.register}
      pending={sending.pending}
      failure={sending.failure}
      fields={Object.keys(faults)}
      submit={() => void submit()}
      close={close}
    >
      <Field label={w.name} fault={faultAt('name')}>
        <input value={name} onChange={event => setName(event.target.value)} autoComplete="off" />
      </Field>
      <Field label={w.capacity} hint={w.capacityHint} fault={faultAt('capacity')}>
        <input
          type="number"
          min="0"
          max={MOST_CAPACITY}
          step="1"
          value={capacity}
          onChange={event => setCapacity(event.target.value)}
        />
      </Field>
      <Field label={w.id} hint={w.idHint} fault={faultAt('accountManagerId')}>
        <input value={id} onChange={event => setId(event.target.value)} autoComplete="off" />
      </Field>
    </ActionForm>
  )
}
