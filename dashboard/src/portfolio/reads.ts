import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { body, query } from '../api/api'
import { riskBySitesAndYears, riskDistribution, riskMoves, summaryTrend } from '../api/risk'

/** How far back the trends look. */
const TREND_DAYS = 30
const MOVES = 40

export type Direction = 'up' | 'down' | 'both'

export const useTrend = () =>
  useQuery({ queryKey: ['sums', 'trend'], queryFn: ({ signal }) => summaryTrend(TREND_DAYS, signal) })

export const useDistribution = () =>
  useQuery({ queryKey: ['sums', 'distribution'], queryFn: ({ signal }) => riskDistribution(signal) })

export const useByState = () =>
  useQuery({
    queryKey: ['sums', 'by-state'],
    queryFn: async ({ signal }) => (await body(query.GET('/api/risk/by-state', { signal }))).items,
  })

export const useSitesAndYears = () =>
  useQuery({
    queryKey: ['sums', 'sites-and-years'],
    queryFn: async ({ signal }) => (await riskBySitesAndYears(signal)).items,
  })

export const useMoves = (direction: Direction) =>
  useQuery({
    queryKey: ['sums', 'moves', direction],
    queryFn: ({ signal }) => riskMoves(direction === 'both' ? undefined : direction, MOVES, signal),
    placeholderData: keepPreviousData,
  })
