import { useState } from 'react'
import { Link } from 'wouter'
import type { Moved } from '../api/risk'
import { useFormats } from '../format/format'
import { Panel } from '../parts/Panel'
import { Stale } from '../parts/Stale'
import { Empty, Loaded } from '../parts/States'
import { Table } from '../parts/Table'
import { Ago } from '../parts/Time'
import { useMarked } from '../parts/useMarked'
import { useStill } from '../parts/useStill'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import './moves.css'
import { type Direction, useMoves } from './reads'
import { texts } from './words'

type Band = keyof (typeof shared.en)['bands']

/** Whose band changed lately. */
export function Moves() {
  const w = useWords(texts).moves
  const { bands } = useWords(shared)
  const format = useFormats()
  const [direction, turn] = useState<Direction>('both')
  const moves = useMoves(direction)
  const band = (name: string) => bands[name as Band] ?? name
  const table = moves.data && (
    <Table
      caption={w.title}
      keyOf={move => move.clientId}
      rows={moves.data.items}
      columns={[
        { name: w.client, cell: move => move.name ?? move.clientId },
        { name: w.from, cell: move => band(move.from) },
        { name: w.to, cell: move => band(move.to) },
        { name: w.risk, number: true, cell: move => (move.risk ? format.risk(move.risk.score) : '–') },
        { name: w.when, cell: move => format.hour(move.movedAt) },
      ]}
    />
  )
  const tools = (
    <select aria-label={w.which} value={direction} onChange={event => turn(event.target.value as Direction)}>
      <option value="both">{w.both}</option>
      <option value="up">{w.up}</option>
      <option value="down">{w.down}</option>
    </select>
  )
  return (
    <Panel
      title={w.title}
      help={w.help}
      table={table}
      tools={tools}
      summary={moves.data && w.summary(format.whole(moves.data.up), format.whole(moves.data.down))}
    >
      <Stale from={moves} />
      <Loaded from={moves} lines={10}>
        {({ items }) => (items.length === 0 ? <Empty title={w.none} /> : <Latest items={items} />)}
      </Loaded>
    </Panel>
  )
}

function Latest({ items }: { items: Moved[] }) {
  const { shown, hands } = useStill(items)
  return (
    <ul className="moves" {...hands}>
      {shown.map(move => (
        <Move key={move.clientId} move={move} />
      ))}
    </ul>
  )
}

function Move({ move }: { move: Moved }) {
  const { bands } = useWords(shared)
  const format = useFormats()
  const marked = useMarked(move.movedAt)
  const band = (name: string) => bands[name as Band] ?? name
  return (
    <li className={marked}>
      <Link href={`/clients/${encodeURIComponent(move.clientId)}`}>{move.name ?? move.clientId}</Link>
      <span className={`move-${move.to}`}>
        {band(move.from)} → <b>{band(move.to)}</b>
      </span>
      <b className="move-risk">{move.risk ? format.risk(move.risk.score) : '–'}</b>
      <span className="quiet">
        <Ago at={move.movedAt} />
      </span>
    </li>
  )
}
