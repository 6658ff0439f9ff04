import { useState } from 'react'
import { recordPurchase } from '../../api/clientcommands'
import { useSubmission } from '../../api/submission'
import { useFormats } from '../../format/format'
import { ActionForm } from '../../parts/ActionForm'
import { useDone } from '../../parts/done'
import { faultOf } from '../../parts/Faults'
import { Field } from '../../parts/Field'
import { isBetween, numberOf } from '../../parts/numbers'
import { useWords } from '../../words/language'
import type { Acting } from './Actions'
import { texts } from './words'

const FIELDS = ['amount', 'purchasedAt', 'reference']
const MOST = 1_000_000_000_000

export function Purchase({ client, close }: Acting) {
  const w = useWords(texts)
  const format = useFormats()
  const done = useDone()
  const [amount, setAmount] = useState('')
  const [at, setAt] = useState('')
  const [reference, setReference] = useState('')
  const [looked, look] = useState(false)
  const sending = useSubmission((purchase: Parameters<typeof recordPurchase>[1], key) =>
    recordPurchase(client.clientId, purchase, { key }),
  )
  const number = numberOf(amount)
  const amountFault = isBetween(number, 0.0001, MOST, 4) ? undefined : w.amountFault
  const moment = at === '' ? null : new Date(at)
  const atFault = moment !== null && !(moment.getTime() <= Date.now()) ? w.purchasedAtFault : undefined

  const submit = async () => {
    look(true)
    if (amountFault || atFault || number === null) return
    const answer = await sending.submit({
      amount: number,
      ...(moment ? { purchasedAt: moment.toISOString() } : {}),
      ...(reference.trim() ? { reference: reference.trim() } : {}),
    })
    if (!answer) return
    close()
    done(answer, w.purchased(format.cents(number)))
  }

  return (
    <ActionForm
      title={w.purchaseTitle}
      verb={w.purchase}
      intro={w.purchaseIntro}
      pending={sending.pending}
      failure={sending.failure}
      fields={FIELDS}
      submit={() => void submit()}
      close={close}
    >
      <Field label={w.amount} fault={looked ? (amountFault ?? faultOf(sending.failure, 'amount')) : undefined}>
        <input type="number" min="0" step="any" value={amount} onChange={event => setAmount(event.target.value)} />
      </Field>
      <Field
        label={w.purchasedAt}
        hint={w.purchasedAtHint}
        fault={looked ? (atFault ?? faultOf(sending.failure, 'purchasedAt')) : undefined}
      >
        <input type="datetime-local" value={at} onChange={event => setAt(event.target.value)} />
      </Field>
      <Field label={w.reference} hint={w.referenceHint} fault={faultOf(sending.failure, 'reference')}>
        <input maxLength={200} value={reference} onChange={event => setReference(event.target.value)} />
      </Field>
    </ActionForm>
  )
}
