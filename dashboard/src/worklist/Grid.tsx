import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { Fragment, memo, useMemo } from 'react'
import { useMarked } from '../parts/useMarked'
import { useWords } from '../words/language'
import { HistoryCell, ManagerCell, NameCell, ReasonsCell, RiskCell, ValueCell } from './cells'
import { belongs } from './filters'
import type { Drawn } from './Rows'
import { type Choice, mayBeChosen } from './useChoice'
import type { withLatest } from './useHistories'
import type { Client } from './useWorkList'
import { texts } from './words'

const features = tableFeatures({})
const helper = createColumnHelper<typeof features, Client>()

/** What a row needs beside its client; given by the row itself, since columns stay the same for all. */
type Row = Pick<Drawn, 'choice' | 'goTo'> & {
  client: Client
  index: number
  current: boolean
  chosen: boolean
  astray: boolean
  points: Parameters<typeof withLatest>[0] | undefined
  manager: string | undefined
}

/** The table knows only of the rows that are drawn: so it is as quick with a hundred thousand as with ten. */
export function Grid({ filters, rows, items, height, current, goTo, choice, histories, names }: Drawn) {
  const w = useWords(texts)
  const columns = useMemo(
    () =>
      helper.columns(
        (['client', 'risk', 'history', 'reasons', 'value', 'manager', 'state'] as const).map(id =>
          helper.display({ id, header: w.columns[id] }),
        ),
      ),
    [w],
  )
  const data = useMemo(() => items.flatMap(item => rows[item.index] ?? []), [items, rows])
  const table = useTable({ features, columns, data, getRowId: client => client.clientId })
  let end = 0
  return (
    <table className="clients" aria-rowcount={rows.length + 1} style={{ blockSize: height }}>
      <caption className="only-heard">{w.title}</caption>
      <thead>
        {table.getHeaderGroups().map(group => (
          <tr key={group.id} aria-rowindex={1}>
            {choice && <All choice={choice} rows={rows} />}
            {group.headers.map(header => (
              <th key={header.id} scope="col" className={`column-${header.id}`}>
                <table.FlexRender header={header} />
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row, position) => {
          const item = items[position]
          if (!item) return null
          const gap = item.start - end
          end = item.end
          const client = row.original
          return (
            <Fragment key={row.id}>
              {gap > 0 && <Gap height={gap} />}
              <ClientRow
                client={client}
                index={item.index}
                current={client.clientId === current}
                chosen={choice?.chosen.has(client.clientId) ?? false}
                astray={!belongs(client, filters)}
                points={histories.get(client.clientId)}
                manager={names.get(client.accountManager?.accountManagerId ?? '')}
                choice={choice}
                goTo={goTo}
              />
            </Fragment>
          )
        })}
        <Gap height={height - end} />
      </tbody>
    </table>
  )
}

/** Room for the rows that aren't drawn. */
const Gap = ({ height }: { height: number }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus, and it is no row
  <tr aria-hidden="true">
    <td className="gap" style={{ blockSize: height }} />
  </tr>
)

function All({ choice, rows }: { choice: Choice; rows: readonly Client[] }) {
  const w = useWords(texts)
  const some = choice.chosen.size > 0
  return (
    <th className="column-choice">
      <label className="check">
        <input
          type="checkbox"
          aria-label={some ? w.clearChosen : w.chooseAll(String(rows.length))}
          checked={some}
          ref={box => {
            if (box) box.indeterminate = some && choice.chosen.size < rows.length
          }}
          onChange={() => (some ? choice.none() : choice.all())}
        />
      </label>
    </th>
  )
}

const ClientRow = memo(function ClientRow(row: Row) {
  const w = useWords(texts)
  const { client, choice, goTo } = row
  const marked = useMarked(`${client.version}/${client.risk?.scoredAt}`)
  return (
    <tr
      aria-rowindex={row.index + 2}
      aria-selected={choice ? row.chosen : undefined}
      data-current={row.current || undefined}
      className={`${marked}${row.astray ? ' astray' : ''}`}
      onClick={() => goTo(client.clientId)}
    >
      {choice && (
        <td className="column-choice">
          <label className="check">
            <input
              type="checkbox"
              aria-label={w.choose(client.name ?? client.clientId)}
              checked={row.chosen}
              disabled={!mayBeChosen(client)}
              onChange={event => choice.toggle(client, (event.nativeEvent as MouseEvent).shiftKey)}
            />
          </label>
        </td>
      )}
      <td className="column-client">
        <NameCell client={client} astray={row.astray} />
      </td>
      <td className="column-risk">
        <RiskCell client={client} />
      </td>
      <td className="column-history">
        <HistoryCell points={row.points} client={client} />
      </td>
      <td className="column-reasons">
        <ReasonsCell client={client} />
      </td>
      <td className="column-value">
        <ValueCell client={client} />
      </td>
      <td className="column-manager">
        <ManagerCell client={client} name={row.manager} />
      </td>
      <td className="column-state">{client.state ?? '–'}</td>
    </tr>
  )
})
