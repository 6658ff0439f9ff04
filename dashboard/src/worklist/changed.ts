import type { Shown } from '../api/api'
import type { ClientPatch } from '../live/patches'
import { belongs, type Filters } from './filters'
import { outOfOrder, wouldAppear } from './order'

type Client = Shown['ShownClient']

/**
 * How many rows stand where they don't belong any more, and how many clients are missing among them.
 *
 * @param rows as they stand
 * @param read as they were read last
 * @param heard what the stream told since the list was sorted, the latest of each client
 * @param more whether there are rows behind the last of them
 */
export function changedRows(
  rows: readonly Client[],
  read: readonly Client[],
  heard: ReadonlyMap<string, ClientPatch>,
  filters: Filters,
  more: boolean,
): number {
  const loaded = new Set(rows.map(row => row.clientId))
  const found = rows === read ? loaded : new Set(read.map(row => row.clientId))
  // A row that was read before and isn't found any more is as it was: it may fit all filters, but doesn't stand here.
  const staying = rows.filter(row => found.has(row.clientId) && belongs(row, filters) && !heard.get(row.clientId)?.gone)
  let missing = 0
  if (rows !== read) for (const row of read) if (!loaded.has(row.clientId)) missing++
  // Whether a name is searched for can't be told from here, so who is new in a search isn't counted.
  if (!filters.q) {
    for (const [clientId, client] of heard) {
      if (
        !client.gone &&
        !loaded.has(clientId) &&
        belongs(client as Partial<Client>, filters) &&
        wouldAppear(client as Partial<Client>, rows, more)
      )
        missing++
    }
  }
  return rows.length - staying.length + outOfOrder(staying) + missing
}
