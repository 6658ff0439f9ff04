import type { Shown } from '../api/api'

/** What of a client can be thought otherwise. */
export const ATTRIBUTES = ['numSites', 'years', 'totalPurchase', 'age'] as const
export type Attribute = (typeof ATTRIBUTES)[number]
export type Changes = Partial<Record<Attribute, number>>

interface Range {
  min: number
  max: number
  step: number
}

const USUAL: Record<Attribute, Range> = {
  numSites: { min: 0, max: 20, step: 1 },
  years: { min: 0, max: 15, step: 0.1 },
  totalPurchase: { min: 0, max: 25_000, step: 100 },
  age: { min: 18, max: 90, step: 1 },
}

/** Where a slider goes from and to: what clients usually are, and further for one that is beyond it. */
export function rangeOf(attribute: Attribute, is: number): Range {
  const { min, max, step } = USUAL[attribute]
  return {
    min: Math.min(min, Math.floor(is)),
    max: is > max ? Math.ceil((is * 1.5) / step) * step : max,
    step,
  }
}

/** Only what differs from what is; a slider that went there and back changes nothing. */
export function changesOf(client: Record<Attribute, number>, wished: Changes): Changes {
  const changes: Changes = {}
  for (const attribute of ATTRIBUTES) {
    const wish = wished[attribute]
    if (wish !== undefined && wish !== client[attribute]) changes[attribute] = wish
  }
  return changes
}

/** A reason before and after: its points in both, 0 where it is none. */
export interface Compared {
  feature: string
  was: { value: number; contribution: number } | null
  is: { value: number; contribution: number } | null
}

/** The reasons of both answers beside each other, those that differ most first. */
export function compared(before: Shown['Estimate'], after: Shown['Estimate']): Compared[] {
  const features = [...new Set([...before.reasons, ...after.reasons].map(reason => reason.feature))]
  const of = (estimate: Shown['Estimate'], feature: string) =>
    estimate.reasons.find(reason => reason.feature === feature) ?? null
  const difference = (one: Compared) => Math.abs((one.is?.contribution ?? 0) - (one.was?.contribution ?? 0))
  return features
    .map(feature => ({ feature, was: of(before, feature), is: of(after, feature) }))
    .sort((one, other) => difference(other) - difference(one))
}
