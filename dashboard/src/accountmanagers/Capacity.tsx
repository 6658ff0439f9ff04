import { useState } from 'react'
import type { Shown } from '../api/api'
import { newKey, useSubmission } from '../api/submission'
import { useFormats } from '../format/format'
import { ActionForm } from '../parts/ActionForm'
import { faultOf, useFailureText } from '../parts/Faults'
import { Field } from '../parts/Field'
import { managerName } from '../parts/ManagerSelect'
import { tell } from '../parts/Notices'
import { isBetween, wholeOf } from '../parts/numbers'
import { useWords } from '../words/language'
import { changeCapacity, useManagersAfterwards } from './commands'
import { MOST_CAPACITY } from './Register'
import { texts } from './words'

export function Capacity({ manager, close }: { manager: Shown['ShownAccountManager']; close: () => void }) {
  const w = useWords(texts)
  const format = useFormats()
  const textOf = useFailureText()
  const afterwards = useManagersAfterwards()
  const [written, write] = useState(String(manager.capacity))
  const [looked, look] = useState(false)
  const sending = useSubmission((capacity: number, key) => changeCapacity(manager.accountManagerId, capacity, key))
  const number = wholeOf(written)
  const fault = !isBetween(number, 0, MOST_CAPACITY)
    ? w.capacityFault
    : number < manager.load
      ? w.capacityBelow(format.whole(manager.load))
      : undefined

  const takeBack = async (capacity: number, version: number) => {
    try {
      afterwards(await changeCapacity(manager.accountManagerId, capacity, newKey(), version))
      tell(w.changed(managerName(manager), format.whole(capacity)))
    } catch (failure) {
      tell(textOf(failure))
    }
  }

  const submit = async () => {
    look(true)
    if (fault || number === null) return
    const before = manager.capacity
    const done = await sending.submit(number)
    if (!done) return
    close()
    afterwards(done)
    tell(w.changed(managerName(manager), format.whole(number)), () => void takeBack(before, done.version))
  }

  return (
    <ActionForm
      title={w.changeOf(managerName(manager))}
      verb={w.change}
      pending={sending.pending}
      failure={sending.failure}
      fields={['capacity']}
      submit={() => void submit()}
      close={close}
    >
      <Field
        label={w.capacity}
        hint={w.capacityHint}
        fault={looked ? (fault ?? faultOf(sending.failure, 'capacity')) : undefined}
      >
        <input
          type="number"
          min={manager.load}
          max={MOST_CAPACITY}
          step="1"
          value={written}
          onChange={event => write(event.target.value)}
        />
      </Field>
    </ActionForm>
  )
}
