import type { Shown } from '../api/api'

type Client = Shown['ShownClient']

/** The ids of the first rows that aren't among what was read. */
export function lostIds(rows: readonly Client[], read: readonly Client[], most: number): readonly string[] {
  if (rows === read) return []
  const found = new Set(read.map(row => row.clientId))
  return rows
    .filter(row => !found.has(row.clientId))
    .slice(0, most)
    .map(row => row.clientId)
}

/** The rows with what is newer of some; the very rows when nothing is. */
export function withNewer(rows: readonly Client[], some: readonly Client[]): readonly Client[] {
  if (some.length === 0) return rows
  const newer = new Map(some.map(client => [client.clientId, client]))
  return rows.map(row => {
    const now = newer.get(row.clientId)
    return now && now.version >= row.version ? now : row
  })
}
