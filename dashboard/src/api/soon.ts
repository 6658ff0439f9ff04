import { body, query, type Shown } from './api'

// Reads that the published documents don't have yet; once they do, their types come from there.

/** Asks for what the types don't know. */
const soon = <T>(path: string, parameters: Record<string, string | number | undefined>, signal?: AbortSignal) =>
  body(query.GET(path as never, { params: { query: parameters }, signal } as never)) as Promise<T>

/** Active clients with a score from `from` up to, but without, `to`; the last bin has 1 too. */
export interface ScoreBin {
  from: number
  to: number
  clients: number
  unassigned: number
  value: number
}

export interface RiskDistribution {
  bins: ScoreBin[]
  unscored: number
  capacity: { total: number; load: number; free: number }
  bands: { medium: number; high: number }
}

/** Active clients with so many sites (both ends belong) and so many years (the upper end doesn't); null: the open end. */
export interface SitesAndYears {
  sites: { from: number; to: number | null }
  years: { from: number; to: number | null }
  clients: number
  atRisk: number
  averageScore: number | null
}

export type Moved = Shown['ShownClient'] & { from: string; to: string; movedAt: string }

export interface RiskMoves {
  items: Moved[]
  next: string | null
  up: number
  down: number
}

export interface RiskPoint {
  at: string
  score: number | null
}

export interface SummaryPoint {
  at: string
  clients: number
  active: number
  atRisk: number
  unassignedAtRisk: number
  valueAtRisk: number
  left: number
}

export interface SummaryTrend {
  points: SummaryPoint[]
  departures: { month: string; left: number }[]
  leftThisMonth: number
}

export const riskDistribution = (signal?: AbortSignal) => soon<RiskDistribution>('/api/risk/distribution', {}, signal)

export const riskBySitesAndYears = (signal?: AbortSignal) =>
  soon<{ items: SitesAndYears[] }>('/api/risk/by-sites-and-years', {}, signal)

/** The latest changes of band in the last 24 hours. */
export const riskMoves = (direction: 'up' | 'down' | undefined, limit: number, signal?: AbortSignal) =>
  soon<RiskMoves>('/api/risk/moves', { direction, limit }, signal)

/** The latest scores of at most a hundred clients, oldest first. */
export const riskHistories = (clientIds: readonly string[], signal?: AbortSignal) =>
  soon<{ items: { clientId: string; points: RiskPoint[] }[] }>(
    '/api/risk/histories',
    { clientIds: clientIds.join(',') },
    signal,
  )

export const summaryTrend = (days: number, signal?: AbortSignal) =>
  soon<SummaryTrend>('/api/summary/trend', { days }, signal)
