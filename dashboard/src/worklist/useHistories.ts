import { useQueries } from '@tanstack/react-query'
import { type RiskPoint, riskHistories } from '../api/risk'
import { compareInstants } from '../format/instants'
import type { Client } from './useWorkList'

/** Asked for together; rows stay where they are, so the same ones are together every time. */
const TOGETHER = 50

/** What the risks of the rows from one index to another (included) were, by client. */
export function useHistories(rows: readonly Client[], from: number, to: number): ReadonlyMap<string, RiskPoint[]> {
  const blocks: string[][] = []
  for (let block = Math.floor(from / TOGETHER); block <= Math.floor(to / TOGETHER) && rows.length > 0; block++) {
    const ids = rows.slice(block * TOGETHER, (block + 1) * TOGETHER).map(row => row.clientId)
    if (ids.length > 0) blocks.push(ids)
  }
  return useQueries({
    queries: blocks.map(ids => ({
      queryKey: ['histories', ...ids],
      queryFn: ({ signal }: { signal: AbortSignal }) => riskHistories(ids, signal),
      // What comes later is heard live, see withLatest.
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: together,
  })
}

const together = (results: { data?: Awaited<ReturnType<typeof riskHistories>> }[]) =>
  new Map(results.flatMap(result => result.data?.items ?? []).map(item => [item.clientId, item.points]))

/** A history with the score that the row shows, when that is newer. */
export function withLatest(points: readonly RiskPoint[], client: Client): readonly RiskPoint[] {
  const risk = client.risk
  const last = points.at(-1)
  if (!risk || (last && compareInstants(last.at, risk.scoredAt) >= 0)) return points
  return [...points, { at: risk.scoredAt, score: risk.score }]
}
