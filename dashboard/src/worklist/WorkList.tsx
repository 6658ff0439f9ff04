import { useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { mayAct, useMe } from '../api/me'
import { ImportClients } from '../importclients/ImportClients'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { Filtering } from './Filtering'
import { type Filters, fromAddress, toAddress } from './filters'
import { List } from './List'
import { Views } from './Views'
import { texts } from './words'
import './worklist.css'

/** The clients, those most at risk first. */
export default function WorkList() {
  const me = useMe()
  const w = useWords(texts)
  const { riskScale } = useWords(shared)
  const [, go] = useLocation()
  const search = useSearch()
  const maySearch = mayAct(me, 'account-manager', 'agency-manager', 'auditor')
  const filters = useMemo(() => fromAddress(new URLSearchParams(search), maySearch), [search, maySearch])
  const address = toAddress(filters)
  const choose = (next: Filters) => {
    const to = toAddress(next)
    go(to ? `/clients?${to}` : '/clients', { replace: true })
  }
  return (
    <div className="worklist">
      <div className="worklist-head">
        <h1>{w.title}</h1>
        <p className="quiet">
          {w.byRisk} · {riskScale}
        </p>
        {mayAct(me, 'agency-manager') && <ImportClients />}
      </div>
      <Views search={address} open={view => choose(fromAddress(new URLSearchParams(view), maySearch))} />
      <Filtering filters={filters} choose={choose} maySearch={maySearch} />
      <List key={address} filters={filters} clear={() => choose({ status: 'active' })} />
    </div>
  )
}
