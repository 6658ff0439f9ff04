import type { SitesAndYears } from '../api/risk'

/** Fewer are too few for an average to mean much. */
export const FEW = 5

export interface Grid {
  sites: { from: number; to: number | null }[]
  years: { from: number; to: number | null }[]
  at: (sites: { from: number }, years: { from: number }) => SitesAndYears | undefined
}

/** Every range from the lowest to the highest that occurs, those without a client too. */
export function gridOf(items: readonly SitesAndYears[]): Grid {
  const cells = new Map(items.map(item => [`${item.sites.from}/${item.years.from}`, item]))
  return {
    sites: ranges(items.map(item => item.sites)),
    years: ranges(items.map(item => item.years)),
    at: (sites, years) => cells.get(`${sites.from}/${years.from}`),
  }
}

function ranges(found: readonly { from: number; to: number | null }[]) {
  const byFrom = new Map(found.map(range => [range.from, range]))
  return [...byFrom.values()].sort((one, other) => one.from - other.from)
}

/** The one with the highest average among those of enough clients. */
export function highest(items: readonly SitesAndYears[]): SitesAndYears | null {
  let most: SitesAndYears | null = null
  for (const item of items) {
    if (item.clients >= FEW && item.averageScore !== null && item.averageScore > (most?.averageScore ?? -1)) most = item
  }
  return most
}

/** The six steps of the scale of risk, 0–5. */
export const shadeOf = (score: number) => Math.min(5, Math.max(0, Math.floor(score * 6)))

/** Whole sites as people write a range: both ends belong to it. */
export const sitesRange = ({ from, to }: { from: number; to: number | null }) =>
  to === null ? `${from}+` : from === to ? `${from}` : from === 0 ? `≤${to}` : `${from}–${to}`

/** Years, where the upper end doesn't belong to the range. */
export const yearsRange = ({ from, to }: { from: number; to: number | null }) =>
  to === null ? `${from}+` : to === from + 1 ? `${from}` : `${from}–${to - 1}`
