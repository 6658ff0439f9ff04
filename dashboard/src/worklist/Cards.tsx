import { memo } from 'react'
import type { RiskPoint } from '../api/risk'
import { useMarked } from '../parts/useMarked'
import { useWords } from '../words/language'
import { HistoryCell, ManagerCell, NameCell, ReasonsCell, RiskCell, ValueCell } from './cells'
import './cards.css'
import { belongs } from './filters'
import type { Drawn } from './Rows'
import { type Choice, mayBeChosen } from './useChoice'
import type { Client } from './useWorkList'
import { texts } from './words'

/** The same rows where there is room for one column only. */
export function Cards({ filters, rows, items, height, current, goTo, choice, histories, names }: Drawn) {
  return (
    <ul className="cards" style={{ blockSize: height }}>
      {items.map(item => {
        const client = rows[item.index]
        if (!client) return null
        return (
          <li
            key={client.clientId}
            style={{ transform: `translateY(${item.start}px)` }}
            aria-setsize={rows.length}
            aria-posinset={item.index + 1}
            data-current={client.clientId === current || undefined}
          >
            <Card
              client={client}
              chosen={choice?.chosen.has(client.clientId) ?? false}
              astray={!belongs(client, filters)}
              points={histories.get(client.clientId)}
              manager={names.get(client.accountManager?.accountManagerId ?? '')}
              choice={choice}
              goTo={goTo}
            />
          </li>
        )
      })}
    </ul>
  )
}

interface Told {
  client: Client
  chosen: boolean
  astray: boolean
  points: readonly RiskPoint[] | undefined
  manager: string | undefined
  choice: Choice | null
  goTo: (clientId: string) => void
}

const Card = memo(function Card({ client, chosen, astray, points, manager, choice, goTo }: Told) {
  const w = useWords(texts)
  const marked = useMarked(`${client.version}/${client.risk?.scoredAt}`)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: j and k do the same
    <div className={`card ${marked}${astray ? ' astray' : ''}`} onClick={() => goTo(client.clientId)}>
      <div className="card-head">
        {choice && (
          <label className="check">
            <input
              type="checkbox"
              aria-label={w.choose(client.name ?? client.clientId)}
              checked={chosen}
              disabled={!mayBeChosen(client)}
              onChange={() => choice.toggle(client)}
            />
          </label>
        )}
        <NameCell client={client} astray={astray} />
      </div>
      <div className="card-risk">
        <RiskCell client={client} />
        <HistoryCell points={points} client={client} />
      </div>
      <div className="card-reasons">
        <ReasonsCell client={client} />
      </div>
      <div className="card-more">
        <span>
          <ValueCell client={client} />
        </span>
        <span>
          <ManagerCell client={client} name={manager} />
        </span>
        <span>{client.state ?? '–'}</span>
      </div>
    </div>
  )
})
