import { useState } from 'react'
import { assignAccountManager, departClient, returnClient } from '../../api/clientcommands'
import { mayAct, useMe } from '../../api/me'
import { newKey, useSubmission } from '../../api/submission'
import { ActionForm } from '../../parts/ActionForm'
import { useDone } from '../../parts/done'
import { faultOf } from '../../parts/Faults'
import { Field } from '../../parts/Field'
import { today } from '../../parts/numbers'
import { useWords } from '../../words/language'
import type { Acting } from './Actions'
import { texts } from './words'

export function Departure({ client, close }: Acting) {
  const w = useWords(texts)
  const me = useMe()
  const done = useDone()
  const [leftOn, setLeftOn] = useState(today())
  const [reason, setReason] = useState('')
  const [looked, look] = useState(false)
  const sending = useSubmission((departure: Parameters<typeof departClient>[1], key) =>
    departClient(client.clientId, departure, { key }),
  )
  const fault = leftOn >= client.onboardedOn && leftOn <= today() ? undefined : w.leftOnFault
  const manager = client.accountManager?.accountManagerId

  /** Back as it was: who looked after the client does again, while the place is free. */
  const takeBack = async (version: number) => {
    const back = await returnClient(client.clientId, { key: newKey(), version })
    return manager
      ? assignAccountManager(client.clientId, { accountManagerId: manager }, { key: newKey(), version: back.version })
      : back
  }

  const submit = async () => {
    look(true)
    if (fault) return
    const answer = await sending.submit({ leftOn, ...(reason.trim() ? { reason: reason.trim() } : {}) })
    if (!answer) return
    close()
    const may = mayAct(me, 'agency-manager') && !client.managedElsewhere
    done(answer, w.departed, may ? () => takeBack(answer.version) : undefined)
  }

  return (
    <ActionForm
      title={w.departTitle}
      verb={w.depart}
      intro={w.departIntro}
      pending={sending.pending}
      failure={sending.failure}
      fields={['leftOn', 'reason']}
      submit={() => void submit()}
      close={close}
    >
      <Field label={w.leftOn} fault={looked ? (fault ?? faultOf(sending.failure, 'leftOn')) : undefined}>
        <input
          type="date"
          min={client.onboardedOn}
          max={today()}
          value={leftOn}
          onChange={event => setLeftOn(event.target.value)}
        />
      </Field>
      <Field label={w.reason} hint={w.reasonHint} fault={faultOf(sending.failure, 'reason')}>
        <input maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
      </Field>
    </ActionForm>
  )
}
