import { Link } from 'wouter'
import type { Shown } from '../api/api'
import { useAccountManagers } from '../api/reads'
import { useFormats } from '../format/format'
import { lastList } from '../parts/lastList'
import { managerName } from '../parts/ManagerSelect'
import { RiskBar } from '../parts/Risk'
import { Ago } from '../parts/Time'
import { useMarked } from '../parts/useMarked'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { Actions } from './actions/Actions'
import { texts } from './words'

/** Who it is, how it stands, and what can be done. Whoever is told no names sees the id. */
export function Head({ client }: { client: Shown['ShownClient'] }) {
  const w = useWords(texts)
  const common = useWords(shared)
  const format = useFormats()
  const { risk } = client
  // Patches say who looks after somebody, but no names.
  const managers = useAccountManagers()
  const manager = client.accountManager
  const managerKnown = managers.data?.find(one => one.accountManagerId === manager?.accountManagerId)
  const marked = useMarked(risk?.score)
  return (
    <header className="client-head">
      <Link href={lastList()} className="client-back">
        ← {w.back}
      </Link>
      <div className="client-who">
        <div>
          <h1>{client.name ?? client.clientId}</h1>
          {client.company && <p className="quiet">{client.company}</p>}
        </div>
        <p className={`client-risk ${marked}`}>
          <RiskBar risk={risk} />
          {risk && (
            <span className="quiet">
              {w.scored} <Ago at={risk.scoredAt} /> · {risk.model}/{risk.modelVersion}
            </span>
          )}
          <span className="quiet">{common.riskScale}</span>
        </p>
      </div>
      <dl className="client-facts">
        <Fact name={w.status}>{client.status === 'left' ? common.left : common.active}</Fact>
        <Fact name={w.accountManager}>
          {manager
            ? managerName(managerKnown ?? manager)
            : client.managedElsewhere
              ? common.elsewhere
              : common.unassigned}
        </Fact>
        <Fact name={w.value}>{format.cents(client.totalPurchase)}</Fact>
        <Fact name={w.sites}>{format.whole(client.numSites)}</Fact>
        <Fact name={w.years}>{format.one(client.years)}</Fact>
        <Fact name={w.onboarded}>{format.day(client.onboardedOn)}</Fact>
        <Fact name={w.age}>{format.whole(client.age)}</Fact>
        <Fact name={w.location}>{client.location ?? client.state ?? '–'}</Fact>
      </dl>
      <Actions client={client} />
    </header>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  const marked = useMarked(children)
  return (
    <div>
      <dt>{name}</dt>
      <dd className={marked}>{children}</dd>
    </div>
  )
}
