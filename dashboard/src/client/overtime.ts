import type { Shown } from '../api/api'
import type { ListedEvent } from '../api/events'

type Score = Shown['ShownScore']
type Event = ListedEvent

/** One score on the time line; null where there was none, so that the line is broken there. */
export interface Point {
  at: number
  score: number | null
  band: Score['band']
  model: string
  /** Another version of the model than the one before. */
  otherModel: boolean
}

export const modelOf = (score: Score) => `${score.model.name}/${score.model.version}`

/** What can be drawn of the scores (given newest first), oldest first. */
export function pointsOf(scores: readonly Score[]): Point[] {
  const points: Point[] = []
  let before: string | null = null
  for (const score of [...scores].reverse()) {
    const model = modelOf(score)
    if (score.outcome === 'unchanged') continue
    points.push({
      at: Date.parse(score.scoredAt),
      score: score.probability,
      band: score.band,
      model,
      otherModel: before !== null && before !== model,
    })
    before = model
  }
  return points
}

/** Room beside the first and the last thing on a line of time, which may be the same. */
const LEAST_SPAN = 60_000

/** From when to when a line of time has to go so that all of it can be seen. */
export function spanOf(points: readonly Point[], events: readonly Event[]): [number, number] {
  const moments = [...points.map(point => point.at), ...events.map(event => Date.parse(event.time))]
  if (moments.length === 0) return [0, LEAST_SPAN]
  const first = moments.reduce((one, other) => Math.min(one, other))
  const last = moments.reduce((one, other) => Math.max(one, other))
  const room = Math.max((last - first) * 0.04, LEAST_SPAN / 2)
  return [first - room, last + room]
}

/** What happened at (nearly) one moment. */
export interface Moment {
  at: number
  events: Event[]
  /** Whether there is room for words beside it: no other words, and no other mark. */
  labelled: boolean
}

/** Closer than this share of the line, two marks can't be told from each other. */
const ONE_MARK = 0.006

/**
 * The events as marks on a line of time, oldest first, those that would lie on each other together.
 *
 * @param widthOf how much of the line the words beside a moment take, 0–1
 */
export function momentsOf(
  events: readonly Event[],
  [from, to]: [number, number],
  widthOf: (events: Event[]) => number,
): Moment[] {
  const moments: Moment[] = []
  for (const event of [...events].sort((one, other) => one.version - other.version)) {
    const at = Date.parse(event.time)
    const last = moments.at(-1)
    if (last && (at - last.at) / (to - from) < ONE_MARK) last.events.push(event)
    else moments.push({ at, events: [event], labelled: false })
  }
  const share = (at: number) => (at - from) / (to - from)
  let free = Number.NEGATIVE_INFINITY
  for (const [index, moment] of moments.entries()) {
    const where = share(moment.at)
    const end = where + widthOf(moment.events)
    const next = moments[index + 1]
    if (where < free || end > 1.02 || (next && share(next.at) < end)) continue
    moment.labelled = true
    free = end
  }
  return moments
}
