import { type FormEvent, useEffect, useState } from 'react'
import { mayAct, useMe } from '../api/me'
import { useWords } from '../words/language'
import { EVENT_TYPES, type Filters, filtersOf, useEventsPlace } from './place'
import { texts } from './words'

/** Which events are shown; they are in the address. */
export function EventFilters({ filters }: { filters: Filters }) {
  const me = useMe()
  const w = useWords(texts)
  const [, go] = useEventsPlace()
  const [clientId, setClientId] = useState(filters.clientId ?? '')
  const [actor, setActor] = useState(filters.actor ?? '')
  useEffect(() => {
    setClientId(filters.clientId ?? '')
    setActor(filters.actor ?? '')
  }, [filters.clientId, filters.actor])
  const apply = (change: Filters) => go({ filters: { ...filters, ...change } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const asked = filtersOf(new URLSearchParams({ client: clientId.trim(), actor: actor.trim() }))
    apply({ clientId: asked.clientId, actor: asked.actor })
  }
  // Whoever isn't told who did what can't search by it either.
  const mayAskActor = mayAct(me, 'account-manager', 'agency-manager', 'auditor')
  return (
    <search>
      <form className="filters" aria-label={w.filter} onSubmit={submit}>
        <label>
          {w.client}
          <input
            type="search"
            value={clientId}
            placeholder={w.anyClient}
            maxLength={64}
            onChange={event => setClientId(event.target.value)}
            onBlur={submit}
          />
        </label>
        <label>
          {w.type}
          <select value={filters.type ?? ''} onChange={event => apply({ type: event.target.value || undefined })}>
            <option value="">{w.anyType}</option>
            {EVENT_TYPES.map(type => (
              <option key={type} value={type}>
                {w.types[type]}
              </option>
            ))}
          </select>
        </label>
        {mayAskActor && (
          <label>
            {w.actor}
            <input
              value={actor}
              placeholder={w.anyActor}
              maxLength={200}
              onChange={event => setActor(event.target.value)}
              onBlur={submit}
            />
          </label>
        )}
        <button type="submit">{w.filter}</button>
        {Object.values(filters).some(Boolean) && (
          <button type="button" className="plain" onClick={() => go({ filters: {} })}>
            {w.clear}
          </button>
        )}
      </form>
    </search>
  )
}
