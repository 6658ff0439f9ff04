import { Link } from 'wouter'
import { useFormats } from '../format/format'
import { Scrolled } from '../parts/Scrolled'
import { Loaded } from '../parts/States'
import { Table } from '../parts/Table'
import { useWords } from '../words/language'
import { actionTexts } from './actionWords'
import { BandMoves } from './BandMoves'
import { useBandChanges } from './reads'

/** What would change if a version scored all clients, and for whom. */
export function BandChanges({ name, version }: { name: string; version: number }) {
  const w = useWords(actionTexts)
  const format = useFormats()
  const asked = useBandChanges(name, version)
  if (asked.isLoading) return <p role="status">{w.bandsWait}</p>
  return (
    <Loaded from={asked} lines={3}>
      {changes => (
        <div className="band-changes">
          <p>
            <b>{w.bandChanges(format.count(changes.changed), format.count(changes.clients))}</b>
            {changes.against !== null && ` ${w.bandChangesAgainst(format.whole(changes.against))}`}.
            {changes.unscorable > 0 && ` ${w.unscorable(format.whole(changes.unscorable))}`}
          </p>
          {changes.changed === 0 ? (
            <p className="quiet">{w.nobody}</p>
          ) : (
            <>
              <BandMoves moves={changes.from} from={w.from} to={w.to} />
              <details>
                <summary>{w.showClients}</summary>
                <p className="quiet">{w.listed(format.count(changes.items.length))}</p>
                <Scrolled label={w.showClients} className="wide tall">
                  <Table
                    caption={w.showClients}
                    rows={changes.items}
                    keyOf={client => client.clientId}
                    columns={[
                      {
                        name: w.client,
                        cell: client => (
                          <Link href={`/clients/${encodeURIComponent(client.clientId)}`}>
                            {client.name ?? client.clientId}
                          </Link>
                        ),
                      },
                      { name: w.before, number: true, cell: client => format.risk(client.before) },
                      { name: w.after, number: true, cell: client => format.risk(client.after) },
                    ]}
                  />
                </Scrolled>
              </details>
            </>
          )}
        </div>
      )}
    </Loaded>
  )
}
