import { type ComponentType, useState } from 'react'
import type { Shown } from '../../api/api'
import { mayAct, useMe } from '../../api/me'
import { useWords } from '../../words/language'
import { Assignment } from './Assignment'
import { Departure } from './Departure'
import { Purchase } from './Purchase'
import { Return } from './Return'
import { Sites } from './Sites'
import { TakingAway } from './TakingAway'
import { texts } from './words'

/** What a dialog of an action is told. */
export interface Acting {
  client: Shown['ShownClient']
  close: () => void
}

/** What can be done with this client now, by whoever looks at it; nothing for those who only read. */
export function Actions({ client }: { client: Shown['ShownClient'] }) {
  const w = useWords(texts)
  const me = useMe()
  const [open, setOpen] = useState<ComponentType<Acting> | null>(null)
  const left = client.status === 'left'
  const manages = mayAct(me, 'agency-manager')
  const looked = client.accountManager !== null || client.managedElsewhere
  const actions: [string, ComponentType<Acting>, boolean][] = [
    [client.accountManager ? w.reassign : w.assign, Assignment, manages && !left],
    [w.takeAway, TakingAway, manages && !left && looked],
    [w.purchase, Purchase, true],
    [w.sites, Sites, true],
    [w.depart, Departure, !left],
    [w.comeBack, Return, manages && left],
  ]
  if (!mayAct(me, 'agency-manager', 'account-manager')) return null
  const Open = open
  return (
    <fieldset className="client-actions">
      <legend className="only-heard">{w.actions}</legend>
      {actions
        .filter(([, , possible]) => possible)
        .map(([name, Action]) => (
          <button key={name} type="button" onClick={() => setOpen(() => Action)}>
            {name}
          </button>
        ))}
      {Open && <Open client={client} close={() => setOpen(null)} />}
    </fieldset>
  )
}
