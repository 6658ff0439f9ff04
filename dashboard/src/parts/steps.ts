import type { Shown } from '../api/api'

/** What an answer of a model is made of: {@code baseValue} + reasons + {@code other} = {@code score}. */
export interface Explained {
  baseValue: number
  reasons: Shown['WordedReason'][]
  other: number
  score: number
}

/** One step of the way from the base value to the score, both 0–1. */
export interface Step {
  kind: 'base' | 'reason' | 'other' | 'total'
  feature: string
  value: number
  from: number
  to: number
  text: string
}

/** A share below this is none: what is left of adding up. */
const NOTHING = 1e-9

/** The way from the base value over each reason to the score; "other" only where there is something of it. */
export function stepsOf({ baseValue, reasons, other, score }: Explained): Step[] {
  const step = (kind: Step['kind'], from: number, to: number): Step => ({
    kind,
    feature: kind,
    value: 0,
    from,
    to,
    text: '',
  })
  const steps = [step('base', 0, baseValue)]
  let at = baseValue
  for (const reason of reasons) {
    steps.push({
      kind: 'reason',
      feature: reason.feature,
      value: reason.value,
      from: at,
      to: at + reason.contribution,
      text: reason.text,
    })
    at += reason.contribution
  }
  if (Math.abs(other) > NOTHING) steps.push(step('other', at, at + other))
  steps.push(step('total', 0, score))
  return steps
}

const ENDS = [0.1, 0.25, 0.5, 1]

/** Where a scale has to end so that all of it can be drawn; one of few, so that it rarely changes. */
export const endFor = (steps: Step[]) => {
  const most = Math.max(...steps.map(step => Math.max(step.from, step.to)))
  return ENDS.find(end => most <= end) ?? 1
}
