import { body, query, type Shown } from './api'

// What is told of many clients at once.

/** Active clients with a score from `from` up to, but without, `to`; the last bin has 1 too. */
export type ScoreBin = RiskDistribution['bins'][number]
export type RiskDistribution = Shown['RiskDistribution']

/** Active clients with so many sites (both ends belong) and so many years (the upper end doesn't); null: the open end. */
export type SitesAndYears = Shown['RiskBySitesAndYears']['items'][number]
export type Moved = Shown['RiskMoves']['items'][number]
export type RiskPoint = Shown['RiskHistories']['items'][number]['points'][number]
export type SummaryTrend = Shown['SummaryTrend']
export type SummaryPoint = SummaryTrend['points'][number]

export const riskDistribution = (signal?: AbortSignal) => body(query.GET('/api/risk/distribution', { signal }))

export const riskBySitesAndYears = (signal?: AbortSignal) => body(query.GET('/api/risk/by-sites-and-years', { signal }))

/** The latest changes of band in the last 24 hours. */
export const riskMoves = (direction: 'up' | 'down' | undefined, limit: number, signal?: AbortSignal) =>
  body(query.GET('/api/risk/moves', { params: { query: { direction, limit: String(limit) } } as never, signal }))

/** The latest scores of at most a hundred clients, oldest first. */
export const riskHistories = (clientIds: readonly string[], signal?: AbortSignal) =>
  body(query.GET('/api/risk/histories', { params: { query: { clientIds: clientIds.join(',') } } as never, signal }))

export const summaryTrend = (days: number, signal?: AbortSignal) =>
  body(query.GET('/api/summary/trend', { params: { query: { days: String(days) } } as never, signal }))
