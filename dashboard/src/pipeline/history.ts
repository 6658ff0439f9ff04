import type { PipelineNow } from '../api/pipeline'

/** Rates at one moment. */
export interface Moment {
  at: number
  store: number | null
  relay: number | null
  scoring: number | null
  projection: number | null
}

/** Five minutes at a look every two seconds. */
export const KEPT = 150

export const RATES = ['store', 'relay', 'scoring', 'projection'] as const

/** Adds a look, once each; what is older than is drawn goes. */
export function remembered(history: Moment[], now: PipelineNow): Moment[] {
  const at = Date.parse(now.at)
  if (history.at(-1)?.at === at) return history
  const rate = (name: string) => now.stages.find(stage => stage.name === name)?.perSecond?.last10Seconds ?? null
  const moment = Object.fromEntries(RATES.map(name => [name, rate(name)])) as Omit<Moment, 'at'>
  return [...history.slice(1 - KEPT), { at, ...moment }]
}

/** The next of 10, 20, 50, 100, …: a scale that moves seldom. */
export function ceiling(most: number): number {
  if (!(most > 10)) return 10
  const power = 10 ** Math.floor(Math.log10(most))
  return ([1, 2, 5, 10].find(step => step * power >= most) ?? 10) * power
}
