import type { Shown } from '../api/api'

type Client = Shown['ShownClient']

/** Where a client stands in the order of risk: those without a score behind all others, as the service sorts. */
export const rankOf = (client: Pick<Client, 'risk'>) => client.risk?.score ?? -1

/**
 * The rows as they stand, with what was read since: nothing moves and nothing goes; what was read behind the last of them
 * is added at the end. The very rows when nothing is new.
 */
export function inPlace(shown: readonly Client[], read: readonly Client[]): readonly Client[] {
  if (read.length >= shown.length && shown.every((row, index) => row.clientId === read[index]?.clientId)) return read
  const byId = new Map(read.map((row, index) => [row.clientId, { row, index }]))
  let last = -1
  const rows = shown.map(row => {
    const now = byId.get(row.clientId)
    if (!now) return row
    last = Math.max(last, now.index)
    byId.delete(row.clientId)
    return now.row
  })
  for (const { row, index } of byId.values()) if (index > last && last >= 0) rows.push(row)
  return rows.length === shown.length && rows.every((row, index) => row === shown[index]) ? shown : rows
}

/**
 * How many of the rows would have to move for the list to be in order again. Rows of the same rank are in any order: how
 * the service compares their ids is its own affair.
 */
export function outOfOrder(rows: readonly Client[]): number {
  // The longest run of rows that are in order among themselves may stay: by length, the highest rank that one can end with.
  const ends: number[] = []
  for (const row of rows) {
    const rank = rankOf(row)
    const last = ends.at(-1)
    if (last === undefined || last >= rank) {
      ends.push(rank)
      continue
    }
    let low = 0
    let high = ends.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] as number) >= rank) low = middle + 1
      else high = middle
    }
    ends[low] = rank
  }
  return rows.length - ends.length
}

/** Whether a client that isn't among the rows would stand among them. */
export function wouldAppear(client: Partial<Client>, rows: readonly Client[], more: boolean): boolean {
  const last = rows.at(-1)
  return !more || !last || rankOf({ risk: client.risk ?? null }) > rankOf(last)
}
