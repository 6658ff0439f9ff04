import { Link } from 'wouter'
import type { RiskPoint } from '../api/risk'
import { useFormats } from '../format/format'
import { Reasons, RiskBar } from '../parts/Risk'
import { Sparkline } from '../parts/Sparkline'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { withLatest } from './useHistories'
import type { Client } from './useWorkList'
import { texts } from './words'

/** Who it is; whoever is told no names has the id. A client that fits the filters no longer says so until it goes. */
export function NameCell({ client, astray }: { client: Client; astray: boolean }) {
  const w = useWords(shared)
  const own = useWords(texts)
  return (
    <Link
      href={`/clients/${encodeURIComponent(client.clientId)}`}
      className="client-name"
      title={client.name ? `${client.name}, ${client.company}` : client.clientId}
    >
      <b>{client.name ?? client.clientId}</b>
      {client.company && <span> {client.company}</span>}
      {astray ? <em> {own.astray}</em> : client.status === 'left' && <em> {w.left}</em>}
    </Link>
  )
}

export const RiskCell = ({ client }: { client: Client }) => <RiskBar risk={client.risk} />

export const HistoryCell = ({ points, client }: { points: readonly RiskPoint[] | undefined; client: Client }) =>
  points ? <Sparkline points={withLatest(points, client)} /> : null

export const ReasonsCell = ({ client }: { client: Client }) =>
  client.risk && client.risk.reasons.length > 0 ? <Reasons reasons={client.risk.reasons} /> : null

export const ValueCell = ({ client }: { client: Client }) => useFormats().money(Number(client.totalPurchase))

export function ManagerCell({ client, name }: { client: Client; name: string | undefined }) {
  const w = useWords(shared)
  const manager = client.accountManager
  if (manager) return name ?? manager.name ?? manager.accountManagerId
  return <span className="quiet">{client.managedElsewhere ? w.elsewhere : w.unassigned}</span>
}
