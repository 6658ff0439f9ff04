import { useState } from 'react'

const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]

/** The next round number from `n` on; 1 for nothing. */
export function roundUp(n: number): number {
  if (n <= 0) return 1
  const magnitude = 10 ** Math.floor(Math.log10(n))
  const step = STEPS.find(one => one * magnitude >= n * (1 - 1e-9)) ?? 10
  return Number((step * magnitude).toPrecision(6))
}

/** Where a scale ends that ended at `before`: it grows when it must, and shrinks only when most of it is empty. */
export function steady(before: number, needed: number): number {
  return needed > before || needed < before / 3 ? roundUp(needed) : before
}

/** The round end of a scale that stays while figures move. */
export function useSteady(needed: number): number {
  const [end, keep] = useState(() => roundUp(needed))
  const next = steady(end, needed)
  if (next !== end) keep(next)
  return next
}
