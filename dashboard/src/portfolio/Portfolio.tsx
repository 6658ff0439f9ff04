import { Link } from 'wouter'
import { mayAct, useMe } from '../api/me'
import { useSummary } from '../api/reads'
import { ImportClients } from '../importclients/ImportClients'
import { Empty } from '../parts/States'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { Distribution } from './Distribution'
import { Figures } from './Figures'
import { Moves } from './Moves'
import './portfolio.css'
import { SitesAndYears } from './SitesAndYears'
import { StatesMap } from './StatesMap'
import { texts } from './words'

/** Who is at risk, where, and what that is worth. */
export default function Portfolio() {
  const me = useMe()
  const w = useWords(texts)
  const { riskScale } = useWords(shared)
  const summary = useSummary()
  return (
    <>
      <div className="portfolio-head">
        <h1>{w.title}</h1>
        <p className="quiet">{riskScale}</p>
        {mayAct(me, 'agency-manager') && <ImportClients />}
      </div>
      {summary.data?.clients === 0 ? (
        <Empty title={w.empty}>
          <p className="quiet">{w.emptyWhat}</p>
          {mayAct(me, 'agency-manager') && <Link href="/new-client">{w.register}</Link>}
        </Empty>
      ) : (
        <div className="portfolio">
          <Figures />
          <Distribution />
          <StatesMap />
          <Moves />
          <SitesAndYears />
        </div>
      )}
    </>
  )
}
