import { useState } from 'react'
import { assignAccountManager, unassignAccountManager } from '../../api/clientcommands'
import { useAccountManagers } from '../../api/reads'
import { newKey, useSubmission } from '../../api/submission'
import { ActionForm } from '../../parts/ActionForm'
import { useDone } from '../../parts/done'
import { faultOf } from '../../parts/Faults'
import { Field } from '../../parts/Field'
import { takers } from '../../parts/freeplaces'
import { ManagerSelect, managerName } from '../../parts/ManagerSelect'
import { useWords } from '../../words/language'
import type { Acting } from './Actions'
import { texts } from './words'

export function Assignment({ client, close }: Acting) {
  const w = useWords(texts)
  const done = useDone()
  const managers = useAccountManagers()
  const [chosen, choose] = useState('')
  const [reason, setReason] = useState('')
  const [looked, look] = useState(false)
  const sending = useSubmission((assignment: Parameters<typeof assignAccountManager>[1], key) =>
    assignAccountManager(client.clientId, assignment, { key }),
  )
  const before = client.accountManager?.accountManagerId
  const elsewhere = client.managedElsewhere
  const all = managers.data ?? []
  const none = managers.data && takers(all).every(manager => manager.accountManagerId === before)

  const submit = async () => {
    look(true)
    if (!chosen) return
    const answer = await sending.submit({
      accountManagerId: chosen,
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    })
    if (!answer) return
    close()
    const who = all.find(manager => manager.accountManagerId === chosen)
    const back = { key: newKey(), version: answer.version }
    done(
      answer,
      w.assigned(who ? managerName(who) : chosen),
      // Whether somebody else's management is true again can't be told by a command.
      elsewhere
        ? undefined
        : () =>
            before
              ? assignAccountManager(client.clientId, { accountManagerId: before }, back)
              : unassignAccountManager(client.clientId, back),
    )
  }

  return (
    <ActionForm
      title={w.assignTitle}
      verb={before ? w.reassign : w.assign}
      intro={none ? w.assignNone : undefined}
      pending={sending.pending || !managers.data || Boolean(none)}
      failure={sending.failure ?? managers.error}
      fields={['accountManagerId', 'reason']}
      submit={() => void submit()}
      close={close}
    >
      <Field
        label={w.assignTo}
        hint={w.assignHint}
        fault={looked && !chosen ? w.assignFault : faultOf(sending.failure, 'accountManagerId')}
      >
        <ManagerSelect managers={all} chosen={chosen} choose={choose} except={before} />
      </Field>
      <Field label={w.reason} hint={w.reasonHint} fault={faultOf(sending.failure, 'reason')}>
        <input maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
      </Field>
    </ActionForm>
  )
}
