import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Shown } from '../api/api'
import { mayAct, useMe } from '../api/me'
import { useFormats } from '../format/format'
import { Field } from '../parts/Field'
import { freeOf, takers } from '../parts/freeplaces'
import { ManagerSelect, managerName } from '../parts/ManagerSelect'
import { tell } from '../parts/Notices'
import { Panel } from '../parts/Panel'
import { Reasons, RiskBar } from '../parts/Risk'
import { Empty, Loaded } from '../parts/States'
import { useWords } from '../words/language'
import { useAssigning, type Way } from './assigning'
import { isUnassignedAtRisk } from './belongs'
import { byDigit, teamOf } from './load'
import { useNewcomers, useUnassigned } from './unassigned'
import { useAssignKeys } from './useAssignKeys'
import { texts } from './words'

type Client = Shown['ShownClient']
type Manager = Shown['ShownAccountManager']

const pathOf = (client: Client) => `/clients/${encodeURIComponent(client.clientId)}`

/** Those at risk whom nobody looks after, each with a choice of who shall. */
export function Unassigned({ managers }: { managers: Manager[] }) {
  const w = useWords(texts)
  const format = useFormats()
  const me = useMe()
  const [, go] = useLocation()
  const acts = mayAct(me, 'agency-manager')
  const clients = useUnassigned()
  const { ways, assign } = useAssigning()
  const [preset, setPreset] = useState<string | null>(null)
  const [choices, choose] = useState<Record<string, string>>({})
  const rows = clients.data ?? []
  const { newcomers, forget } = useNewcomers(rows)
  const changed = rows.filter(client => !isUnassignedAtRisk(client)).length + newcomers
  const readAnew = () => {
    forget()
    void clients.refetch()
  }
  const digits = byDigit(managers)
  const tellsWho = acts || rows.some(client => client.accountManager)
  // Whoever had most room when the list was opened, so that it doesn't change while one works.
  const [first] = useState(() => takers(managers)[0]?.accountManagerId ?? '')
  const usual = preset ?? first

  const give = (client: Client | undefined, manager: Manager | undefined) => {
    if (!acts || !client || client.accountManager || !manager) return
    if (freeOf(manager) === 0) tell(w.fullNow(managerName(manager)))
    else void assign(client, manager)
  }
  const list = useAssignKeys({
    open: row => rows[row] && go(pathOf(rows[row])),
    digit: (row, digit) => give(rows[row], digits[digit - 1]),
  })

  return (
    <Panel
      title={w.assign}
      help={w.assignHelp}
      summary={rows.length > 0 && w.assignSummary(format.whole(rows.length), format.whole(teamOf(managers).free))}
      tools={
        clients.data && (
          <button type="button" disabled={clients.isFetching} onClick={readAnew}>
            {changed > 0 ? w.anewAfter(format.whole(changed)) : w.anew}
          </button>
        )
      }
    >
      {acts && rows.length > 0 && (
        <div className="assign-tools">
          <Field label={w.preset}>
            <ManagerSelect managers={managers} chosen={usual} choose={setPreset} />
          </Field>
          <p className="quiet assign-keys">
            {w.keys}:{' '}
            {digits.map((manager, index) => (
              <span key={manager.accountManagerId} className={freeOf(manager) === 0 ? 'assign-full' : undefined}>
                <kbd>{index + 1}</kbd> {managerName(manager)}
              </span>
            ))}
          </p>
        </div>
      )}
      <Loaded from={clients} lines={8}>
        {all =>
          all.length === 0 ? (
            <Empty title={w.assignNone} />
          ) : (
            <table className="assign">
              <thead>
                <tr>
                  <th scope="col">{w.risk}</th>
                  <th scope="col">{w.client}</th>
                  <th scope="col">{w.why}</th>
                  <th scope="col" className="number">
                    {w.value}
                  </th>
                  {tellsWho && <th scope="col">{w.who}</th>}
                </tr>
              </thead>
              <tbody ref={list}>
                {all.map(client => (
                  // Focusable, so that the keys of the list have a row to act on.
                  <tr
                    key={client.clientId}
                    data-row
                    tabIndex={-1}
                    className={client.accountManager ? 'assign-done' : undefined}
                  >
                    <td>
                      <RiskBar risk={client.risk} />
                    </td>
                    <td>
                      <Link href={pathOf(client)}>{client.name ?? client.clientId}</Link>
                      {client.company && <span className="quiet assign-company">{client.company}</span>}
                    </td>
                    <td>{client.risk && <Reasons reasons={client.risk.reasons} />}</td>
                    <td className="number">{format.money(client.totalPurchase)}</td>
                    {tellsWho && (
                      <td>
                        <Choice
                          client={client}
                          managers={managers}
                          acts={acts}
                          way={ways.get(client.clientId)}
                          chosen={choices[client.clientId] ?? usual}
                          choose={chosen => choose({ ...choices, [client.clientId]: chosen })}
                          give={give}
                        />
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      {clients.hasNextPage && (
        <p className="assign-more">
          <button type="button" disabled={clients.isFetchingNextPage} onClick={() => void clients.fetchNextPage()}>
            {w.more}
          </button>
        </p>
      )}
    </Panel>
  )
}

/** Who shall look after one client, or who does by now. */
function Choice({
  client,
  managers,
  acts,
  way,
  chosen,
  choose,
  give,
}: {
  client: Client
  managers: Manager[]
  acts: boolean
  way: Way | undefined
  chosen: string
  choose: (accountManagerId: string) => void
  give: (client: Client, manager: Manager | undefined) => void
}) {
  const w = useWords(texts)
  const named = (accountManagerId: string) => managers.find(manager => manager.accountManagerId === accountManagerId)
  if (client.accountManager) {
    const manager = named(client.accountManager.accountManagerId) ?? client.accountManager
    return <span>{w.assignedTo(managerName(manager))}</span>
  }
  if (!acts) return null
  const manager = named(chosen)
  const sending = way?.at === 'sending'
  return (
    <>
      <span className="assign-choice">
        <ManagerSelect
          aria-label={w.to(client.name ?? client.clientId)}
          managers={managers}
          chosen={manager && freeOf(manager) > 0 ? chosen : ''}
          choose={choose}
        />
        <button
          type="button"
          disabled={sending || !manager || freeOf(manager) === 0}
          onClick={() => give(client, manager)}
        >
          {sending ? w.assigning : w.assignOne}
        </button>
      </span>
      {way?.at === 'failed' && (
        <span className="field-fault" role="alert">
          {way.why}
        </span>
      )}
    </>
  )
}
