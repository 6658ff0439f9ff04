import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { mayAct, useMe } from '../api/me'
import { useFormats } from '../format/format'
import { Stale } from '../parts/Stale'
import { Empty, Failing, Skeleton } from '../parts/States'
import { useFailure } from '../parts/useFailure'
import { useWords } from '../words/language'
import { Assign } from './Assign'
import './bar.css'
import { type Filters, isFiltered } from './filters'
import { Rows } from './Rows'
import { type Choice, useChoice } from './useChoice'
import { useWorkList } from './useWorkList'
import { texts } from './words'

/** One list with what can be done with its rows. */
export function List({ filters, clear }: { filters: Filters; clear: () => void }) {
  const me = useMe()
  const mayAssign = mayAct(me, 'agency-manager')
  const work = useWorkList(filters)
  const { list, rows } = work
  const choice = useChoice(rows)
  const failure = useFailure(list)
  if (rows.length === 0 && failure)
    return <Failing failure={failure} again={() => void list.refetch()} asking={list.isFetching} />
  if (list.isPending) return <Skeleton lines={20} />
  return (
    <>
      <Stale from={list} />
      <Bar work={work} choice={choice} mayAssign={mayAssign} />
      {rows.length === 0 ? (
        <Nothing filtered={isFiltered(filters)} clear={clear} />
      ) : (
        <Rows filters={filters} list={list} rows={rows} choice={mayAssign ? choice : null} />
      )}
    </>
  )
}

/** Always there and always as high, so that nothing below moves when there is something to say. */
function Bar({
  work: { list, rows, changed, sortAgain },
  choice,
  mayAssign,
}: {
  work: ReturnType<typeof useWorkList>
  choice: Choice
  mayAssign: boolean
}) {
  const w = useWords(texts)
  const format = useFormats()
  const [assigning, assign] = useState(false)
  // As they are now: what is undone later goes back to whom they have now.
  const chosen = useMemo(
    () => (choice.chosen.size === 0 ? [] : rows.filter(row => choice.chosen.has(row.clientId))),
    [choice.chosen, rows],
  )
  const value = chosen.reduce((sum, client) => sum + Number(client.totalPurchase), 0)
  const count = format.whole(rows.length)
  return (
    <div className="worklist-bar">
      <span className="quiet">{list.hasNextPage ? w.countMore(count) : w.count(rows.length, count)}</span>
      {changed > 0 && (
        <button type="button" className="plain changed" disabled={list.isFetching} onClick={() => void sortAgain()}>
          {w.changed(changed, format.whole(changed))}
        </button>
      )}
      {mayAssign && chosen.length > 0 && (
        <span className="worklist-chosen">
          <span role="status">{w.chosen(format.whole(chosen.length), format.shortMoney(value))}</span>
          <button type="button" className="first" onClick={() => assign(true)}>
            {w.assign(chosen.length, format.whole(chosen.length))}
          </button>
          <button type="button" className="plain" onClick={choice.none}>
            {w.clearChosen}
          </button>
        </span>
      )}
      {assigning && <Assign clients={chosen} close={() => assign(false)} assigned={choice.without} />}
    </div>
  )
}

function Nothing({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  const me = useMe()
  const w = useWords(texts)
  if (filtered) {
    return (
      <Empty title={w.none}>
        <p className="quiet">{w.noneWhat}</p>
        <button type="button" onClick={clear}>
          {w.clear}
        </button>
      </Empty>
    )
  }
  return <Empty title={w.empty}>{mayAct(me, 'agency-manager') && <Link href="/new-client">{w.register}</Link>}</Empty>
}
