import { type ReactNode, useState } from 'react'
import type { Shown } from '../api/api'
import { mayAct, useMe } from '../api/me'
import { useFormats } from '../format/format'
import { freeOf } from '../parts/freeplaces'
import { managerName } from '../parts/ManagerSelect'
import { Panel } from '../parts/Panel'
import { Empty } from '../parts/States'
import { useMarked } from '../parts/useMarked'
import { useWords } from '../words/language'
import { Capacity } from './Capacity'
import { scaleOf, teamOf } from './load'
import { Register } from './Register'
import { Retirement } from './Retirement'
import { texts } from './words'

type Manager = Shown['ShownAccountManager']

/** A row per account manager: the load as a bar against the capacity, and what is at risk with them. */
export function Loads({ managers, own }: { managers: Manager[]; own: boolean }) {
  const w = useWords(texts)
  const format = useFormats()
  const me = useMe()
  const acts = mayAct(me, 'agency-manager')
  const [withRetired, showRetired] = useState(false)
  const [dialog, open] = useState<ReactNode>(null)
  const close = () => open(null)
  const retired = managers.filter(manager => manager.status !== 'active').length
  const shown = withRetired ? managers : managers.filter(manager => manager.status === 'active')
  const scale = scaleOf(shown)
  const team = teamOf(managers)
  const register = acts && (
    <button type="button" onClick={() => open(<Register close={close} />)}>
      {w.register}
    </button>
  )
  return (
    <Panel
      title={w.load}
      help={w.loadHelp}
      summary={
        managers.length > 0 &&
        w.loadSummary(format.whole(team.load), format.whole(team.capacity), format.whole(team.free))
      }
      tools={
        <>
          {retired > 0 && (
            <button
              type="button"
              className="plain"
              aria-pressed={withRetired}
              onClick={() => showRetired(!withRetired)}
            >
              {withRetired ? w.hideRetired : w.showRetired(format.whole(retired))}
            </button>
          )}
          {managers.length > 0 && register}
        </>
      }
    >
      {managers.length === 0 ? (
        <Empty title={own ? w.notLinked : w.none}>
          <p className="quiet">{own ? w.notLinkedWhat : w.noneWhat}</p>
          {register}
        </Empty>
      ) : (
        <table className="loads">
          <thead>
            <tr>
              <th scope="col">{w.who}</th>
              <th scope="col">{w.clients}</th>
              <th scope="col" className="number">
                {w.free}
              </th>
              <th scope="col" className="number">
                {w.atRisk}
              </th>
              <th scope="col" className="number">
                {w.valueAtRisk}
              </th>
              {acts && (
                <th scope="col">
                  <span className="only-heard">{w.acts}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map(manager => (
              <Load
                key={manager.accountManagerId}
                manager={manager}
                scale={scale}
                acts={acts}
                open={open}
                close={close}
              />
            ))}
          </tbody>
        </table>
      )}
      {dialog}
    </Panel>
  )
}

function Load({
  manager,
  scale,
  acts,
  open,
  close,
}: {
  manager: Manager
  scale: number
  acts: boolean
  open: (dialog: ReactNode) => void
  close: () => void
}) {
  const w = useWords(texts)
  const format = useFormats()
  const active = manager.status === 'active'
  const free = freeOf(manager)
  const marked = useMarked(`${manager.load} ${manager.capacity} ${manager.atRisk}`)
  const at = (n: number) => `${(n / scale) * 100}%`
  return (
    <tr className={marked}>
      <th scope="row">
        {managerName(manager)} {!active && <span className="quiet">{w.retired}</span>}
      </th>
      <td className="load-cell">
        <span className="load">
          <span className="load-bar" aria-hidden="true">
            <span className="load-room" style={{ inlineSize: at(manager.capacity) }} />
            <span className="load-taken" style={{ inlineSize: at(manager.load) }} />
          </span>
          <span>{w.loadOf(format.whole(manager.load), format.whole(manager.capacity))}</span>
        </span>
      </td>
      <td className="number" data-name={w.free}>
        {!active ? '' : free > 0 ? format.whole(free) : manager.load > manager.capacity ? w.over : w.full}
      </td>
      <td className="number" data-name={w.atRisk}>
        {format.whole(manager.atRisk)}
      </td>
      <td className="number" data-name={w.valueAtRisk}>
        {format.money(manager.valueAtRisk)}
      </td>
      {acts && (
        <td className="load-acts">
          {active && (
            <button
              type="button"
              className="plain"
              aria-label={w.changeOf(managerName(manager))}
              onClick={() => open(<Capacity manager={manager} close={close} />)}
            >
              {w.change}
            </button>
          )}
          {active && manager.load === 0 && (
            <button
              type="button"
              className="plain"
              aria-label={w.retireOf(managerName(manager))}
              onClick={() => open(<Retirement manager={manager} close={close} />)}
            >
              {w.retire}
            </button>
          )}
        </td>
      )}
    </tr>
  )
}
