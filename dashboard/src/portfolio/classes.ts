import { steady } from '../parts/scale'

/** How many classes of colour there are above nothing. */
export const CLASSES = 5

/** How wide a class of a whole number is so that `most` is in the last; stays while numbers move, see {@link steady}. */
export function stepFor(before: number, most: number): number {
  return Math.max(1, Math.ceil(steady(before, most / CLASSES)))
}

/** The class of a number, 0 for nothing, at most the last. */
export const classOf = (n: number, step: number) => (n <= 0 ? 0 : Math.min(CLASSES, Math.ceil(n / step)))

/** What the classes above nothing stand for, the last without an end. */
export const classEnds = (step: number) =>
  Array.from({ length: CLASSES }, (_, index) => ({
    from: index * step + 1,
    to: index === CLASSES - 1 ? null : (index + 1) * step,
  }))

/** Where something is on the map. */
export interface Placed {
  code: string
  centre: readonly number[]
}

const DIRECTIONS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The one next to another in the direction of an arrow key; what lies aside counts twice as far. Null when there is none. */
export function nextTo<T extends Placed>(from: Placed, key: string, all: readonly T[]): T | null {
  const direction = DIRECTIONS[key]
  if (!direction) return null
  let best: T | null = null
  let least = Number.POSITIVE_INFINITY
  for (const one of all) {
    const x = (one.centre[0] ?? 0) - (from.centre[0] ?? 0)
    const y = (one.centre[1] ?? 0) - (from.centre[1] ?? 0)
    const along = x * direction[0] + y * direction[1]
    const aside = Math.abs(x * direction[1]) + Math.abs(y * direction[0])
    if (along <= 0 || aside > along * 2) continue
    if (along + 2 * aside < least) {
      least = along + 2 * aside
      best = one
    }
  }
  return best
}
