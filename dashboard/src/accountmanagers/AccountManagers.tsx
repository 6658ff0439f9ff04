import { mayAct, useMe } from '../api/me'
import { useAccountManagers } from '../api/reads'
import { Stale } from '../parts/Stale'
import { Loaded } from '../parts/States'
import { useWords } from '../words/language'
import './accountmanagers.css'
import { Loads } from './Loads'
import { Unassigned } from './Unassigned'
import { texts } from './words'

/** Who has room, and who still needs somebody. An account manager sees nobody but themselves, and nobody without one. */
export default function AccountManagers() {
  const w = useWords(texts)
  const me = useMe()
  const managers = useAccountManagers()
  const seesAll = mayAct(me, 'agency-manager', 'data-scientist', 'auditor')
  return (
    <div className="account-managers">
      <header>
        <h1>{w.title}</h1>
        {!seesAll && <p className="quiet">{w.own}</p>}
      </header>
      <Loaded from={managers} lines={6}>
        {all => (
          <>
            <Stale from={managers} />
            <Loads managers={all} own={!seesAll} />
            {seesAll && <Unassigned managers={all} />}
          </>
        )}
      </Loaded>
    </div>
  )
}
