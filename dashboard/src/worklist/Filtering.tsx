import { useEffect, useState } from 'react'
import { mayAct, useMe } from '../api/me'
import { useAccountManagers } from '../api/reads'
import { PLACE_CODES, placeName } from '../parts/places'
import { useNarrow } from '../parts/useNarrow'
import { useLanguage, useWords } from '../words/language'
import { shared } from '../words/shared'
import { type Filters, isFiltered } from './filters'
import { texts } from './words'

interface Filtered {
  filters: Filters
  choose: (filters: Filters) => void
  maySearch: boolean
}

/** Search and filters; on a narrow page the filters are folded away. */
export function Filtering({ filters, choose, maySearch }: Filtered) {
  const w = useWords(texts)
  const narrow = useNarrow()
  const fields = <Fields filters={filters} choose={choose} />
  return (
    <search className="filtering">
      {maySearch && <Search q={filters.q ?? ''} find={q => choose({ ...filters, q: q || undefined })} />}
      {narrow ? (
        <details>
          <summary>{w.filters}</summary>
          <div className="filtering-fields">{fields}</div>
        </details>
      ) : (
        fields
      )}
      {isFiltered(filters) && (
        <button type="button" className="plain" onClick={() => choose({ status: 'active' })}>
          {w.clear}
        </button>
      )}
    </search>
  )
}

const PAUSE = 250

/** What is typed is searched for after a moment without a key. */
function Search({ q, find }: { q: string; find: (q: string) => void }) {
  const w = useWords(texts)
  const [typed, type] = useState(q)
  const [known, know] = useState(q)
  if (q !== known) {
    // The address has changed by other hands: a view, or the browser's own keys.
    know(q)
    if (typed.trim() !== q) type(q)
  }
  useEffect(() => {
    if (typed.trim() === q) return
    const timer = setTimeout(() => find(typed.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [typed, q, find])
  return (
    <input
      type="search"
      aria-label={w.search}
      placeholder={`${w.search}  /`}
      maxLength={200}
      value={typed}
      onChange={event => type(event.target.value)}
    />
  )
}

const LEAST = [10, 20, 30, 40, 50, 60, 70, 80, 90, 95]

function Fields({ filters, choose }: Omit<Filtered, 'maySearch'>) {
  const me = useMe()
  const w = useWords(texts)
  const { bands } = useWords(shared)
  const { language } = useLanguage()
  const least = filters.minScore === undefined ? '' : String(Math.round(filters.minScore * 1000) / 10)
  const leasts = least === '' || LEAST.includes(Number(least)) ? LEAST : [...LEAST, Number(least)].sort((a, b) => a - b)
  return (
    <>
      <label>
        {w.band}
        <select
          value={filters.band ?? ''}
          onChange={event => choose({ ...filters, band: (event.target.value || undefined) as Filters['band'] })}
        >
          <option value="">{w.anyBand}</option>
          <option value="high">{bands.high}</option>
          <option value="medium">{bands.medium}</option>
          <option value="low">{bands.low}</option>
        </select>
      </label>
      <label>
        {w.least}
        <select
          value={least}
          onChange={event =>
            choose({ ...filters, minScore: event.target.value ? Number(event.target.value) / 100 : undefined })
          }
        >
          <option value="">0</option>
          {leasts.map(points => (
            <option key={points} value={points}>
              {points}
            </option>
          ))}
        </select>
      </label>
      {mayAct(me, 'agency-manager', 'data-scientist', 'auditor') && <Manager filters={filters} choose={choose} />}
      <label>
        {w.state}
        <select
          value={filters.state ?? ''}
          onChange={event => choose({ ...filters, state: event.target.value || undefined })}
        >
          <option value="">{w.anyState}</option>
          {PLACE_CODES.map(code => (
            <option key={code} value={code}>
              {code} · {placeName(code, language)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {w.status}
        <select
          value={filters.status}
          onChange={event => choose({ ...filters, status: event.target.value as Filters['status'] })}
        >
          <option value="active">{w.statuses.active}</option>
          <option value="left">{w.statuses.left}</option>
          <option value="all">{w.statuses.all}</option>
        </select>
      </label>
    </>
  )
}

/** Nobody, somebody, or one of them; ids can't begin with what the two words are told by. */
function Manager({ filters, choose }: Omit<Filtered, 'maySearch'>) {
  const w = useWords(texts)
  const managers = useAccountManagers()
  const { accountManagerId, unassigned } = filters
  const value = accountManagerId ?? (unassigned === undefined ? '' : unassigned ? ':nobody' : ':somebody')
  const change = (to: string) =>
    choose({
      ...filters,
      unassigned: to === ':nobody' ? true : to === ':somebody' ? false : undefined,
      accountManagerId: to && !to.startsWith(':') ? to : undefined,
    })
  const known = managers.data ?? []
  return (
    <label>
      {w.manager}
      <select value={value} onChange={event => change(event.target.value)}>
        <option value="">{w.anyManager}</option>
        <option value=":nobody">{w.nobody}</option>
        <option value=":somebody">{w.somebody}</option>
        {accountManagerId && !known.some(one => one.accountManagerId === accountManagerId) && (
          <option value={accountManagerId}>{accountManagerId}</option>
        )}
        {known.map(one => (
          <option key={one.accountManagerId} value={one.accountManagerId}>
            {one.name ?? one.accountManagerId}
          </option>
        ))}
      </select>
    </label>
  )
}
