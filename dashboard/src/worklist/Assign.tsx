import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Shown } from '../api/api'
import { Problem } from '../api/api'
import { useAccountManagers } from '../api/reads'
import { useFormats } from '../format/format'
import { patchClients } from '../live/patches'
import { Dialog } from '../parts/Dialog'
import { balanceOf } from '../parts/freeplaces'
import { managerName } from '../parts/ManagerSelect'
import { tell } from '../parts/Notices'
import { Empty, Loaded } from '../parts/States'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import './assign.css'
import { type Assigned, assignAll, type NotAssigned, takeBack } from './assigning'
import type { Client } from './useWorkList'
import { texts } from './words'

type Manager = Shown['ShownAccountManager']

interface Assignment {
  clients: readonly Client[]
  close: () => void
  /** Hears which of them were assigned. */
  assigned: (clientIds: readonly string[]) => void
}

/** Chooses who takes some clients on. */
export function Assign({ clients, close, assigned }: Assignment) {
  const w = useWords(texts)
  const format = useFormats()
  const managers = useAccountManagers()
  // What was chosen when the dialog opened; rows that come and go behind it change nothing here.
  const [meant] = useState(clients)
  const { run, progress, failed } = useAssigning(assigned, close)
  return (
    <Dialog title={w.assign(meant.length, format.whole(meant.length))} close={close}>
      {progress !== null ? (
        <p role="status" className="assign-running">
          <progress max={progress.of} value={progress.done} />
          {w.running(format.whole(progress.done), format.whole(progress.of))}
        </p>
      ) : failed ? (
        <Failed
          failed={failed.clients}
          again={() =>
            run(
              failed.clients.map(one => one.client),
              failed.to,
              failed.why,
            )
          }
        />
      ) : (
        <Loaded from={managers} lines={6}>
          {all => <Choose clients={meant} managers={all} run={run} />}
        </Loaded>
      )}
    </Dialog>
  )
}

type Run = (clients: readonly Client[], to: Manager, why: string) => void

/** Runs on when the dialog is closed meanwhile, and says at the end what came of it. */
function useAssigning(assigned: Assignment['assigned'], close: () => void) {
  const w = useWords(texts)
  const format = useFormats()
  const cache = useQueryClient()
  const [progress, move] = useState<{ done: number; of: number } | null>(null)
  const [failed, fail] = useState<{ clients: NotAssigned[]; to: Manager; why: string } | null>(null)

  const open = useRef(true)
  useEffect(() => {
    open.current = true
    return () => {
      open.current = false
    }
  }, [])

  const show = (all: readonly Assigned[], whose: (client: Client) => Client['accountManager']) => {
    patchClients(
      cache,
      new Map(
        all.map(({ client, version }) => [
          client.clientId,
          { clientId: client.clientId, version, accountManager: whose(client), managedElsewhere: false },
        ]),
      ),
    )
    void cache.invalidateQueries({ queryKey: ['account-managers'] })
    void cache.invalidateQueries({ queryKey: ['sums'] })
  }

  const undo = async (all: readonly Assigned[]) => {
    const back = await takeBack(all)
    show(back, client => client.accountManager)
    tell(
      [
        w.undone(back.length, format.whole(back.length)),
        back.length < all.length ? w.notUndone(all.length - back.length, format.whole(all.length - back.length)) : '',
      ].join(' '),
    )
  }

  const run: Run = async (clients, to, why) => {
    move({ done: 0, of: clients.length })
    const result = await assignAll(clients, to.accountManagerId, why, done => move({ done, of: clients.length }))
    move(null)
    if (result.assigned.length > 0) {
      show(result.assigned, () => ({ accountManagerId: to.accountManagerId, name: to.name }))
      const count = result.assigned.length
      tell(w.assigned(count, format.whole(count), managerName(to)), () => void undo(result.assigned))
    }
    if (result.failed.length === 0) close()
    else if (open.current) fail({ clients: result.failed, to, why })
    else tell(w.failedSince(result.failed.length, format.whole(result.failed.length)))
    assigned(result.assigned.map(one => one.client.clientId))
  }
  return { run, progress, failed }
}

function Choose({ clients, managers, run }: { clients: readonly Client[]; managers: readonly Manager[]; run: Run }) {
  const w = useWords(texts)
  const format = useFormats()
  const [chosen, choose] = useState<string | null>(null)
  const [why, explain] = useState('')
  const able = managers
    .filter(manager => manager.status === 'active')
    .sort((one, other) => balanceOf(other) - balanceOf(one) || managerName(one).localeCompare(managerName(other)))
  if (able.length === 0) {
    return (
      <Empty title={w.noManagers}>
        <p className="quiet">{w.noManagersWhat}</p>
      </Empty>
    )
  }
  const to = able.find(manager => manager.accountManagerId === chosen)
  const coming = to ? clients.filter(one => one.accountManager?.accountManagerId !== to.accountManagerId).length : 0
  const elsewhere = clients.filter(client => client.managedElsewhere).length
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (to) run(clients, to, why)
  }
  return (
    <form className="assign" onSubmit={submit}>
      <fieldset>
        <legend>{w.assignTo}</legend>
        {able.map(manager => (
          <label key={manager.accountManagerId}>
            <input
              type="radio"
              name="manager"
              checked={chosen === manager.accountManagerId}
              onChange={() => choose(manager.accountManagerId)}
            />
            <span className="assign-name">{managerName(manager)}</span>
            <span className="quiet">{w.places(format.whole(manager.load), format.whole(manager.capacity))}</span>
            <b>
              {balanceOf(manager) > 0
                ? w.free(balanceOf(manager), format.whole(balanceOf(manager)))
                : balanceOf(manager) < 0
                  ? w.over(format.whole(-balanceOf(manager)))
                  : w.full}
            </b>
          </label>
        ))}
      </fieldset>
      <label className="assign-why">
        {w.why}
        <input value={why} maxLength={200} onChange={event => explain(event.target.value)} />
      </label>
      {to && coming > Math.max(0, balanceOf(to)) && (
        <p className="stale">{w.tooFew(Math.max(0, balanceOf(to)), format.whole(Math.max(0, balanceOf(to))))}</p>
      )}
      {elsewhere > 0 && <p className="quiet">{w.elsewhere(elsewhere, format.whole(elsewhere))}</p>}
      <button type="submit" className="first" disabled={!to}>
        {w.assign(clients.length, format.whole(clients.length))}
      </button>
    </form>
  )
}

function Failed({ failed, again }: { failed: readonly NotAssigned[]; again: () => void }) {
  const w = useWords(texts)
  const { failed: generic } = useWords(shared)
  const format = useFormats()
  const why = (failure: unknown) =>
    failure instanceof Problem ? failure.detail || failure.title : failure instanceof Error ? w.unreachable : generic
  return (
    <div className="assign" role="alert">
      <p>{w.failed(failed.length, format.whole(failed.length))}</p>
      <ul className="assign-failed">
        {failed.map(({ client, failure }) => (
          <li key={client.clientId}>
            <b>{client.name ?? client.clientId}</b> {why(failure)}
          </li>
        ))}
      </ul>
      <button type="button" onClick={again}>
        {w.again(failed.length, format.whole(failed.length))}
      </button>
    </div>
  )
}
