// A card is any JSON object that came with an upload: nothing in it is taken for granted. What `vigie train` writes is
// understood; of anything else as much as has the same names.

export interface Point {
  x: number
  y: number
}

export interface Bin {
  n: number
  predicted: number
  observed: number
  low: number
  high: number
}

export interface Decile {
  decile: number
  rows: number
  positives: number
  gain: number
  lift: number
}

export interface Curves {
  roc: Point[]
  precisionRecall: Point[]
  calibration: Bin[]
  deciles: Decile[]
}

export interface CardInput {
  name: string
  kind?: string
  unit?: string
  min?: number
  mean?: number
  max?: number
  categories?: string[]
}

export interface Card {
  algorithm?: string
  setting?: string
  trainedBy?: string
  trainedAt?: string
  data?: { source?: string; sha256?: string; rows?: number; positives?: number; target?: string }
  split?: { folds?: number; repeats?: number }
  inputs: CardInput[]
  limits: string[]
  /** The whole card as a text, where it is one. */
  text?: string
  curves?: Curves
}

type Fields = Record<string, unknown>

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)

/** Entries that have all of these numbers; null when any entry lacks one: half a curve would mislead. */
function numbers<K extends string>(value: unknown, ...names: K[]): Record<K, number>[] | null {
  const read = list(value).map(entry => {
    const all = fields(entry)
    return names.every(name => number(all[name]) !== undefined) ? (all as Record<K, number>) : null
  })
  return read.length > 0 && read.every(entry => entry !== null) ? (read as Record<K, number>[]) : null
}

function curvesOf(value: unknown): Curves | undefined {
  const curves = fields(value)
  const roc = numbers(curves.roc, 'x', 'y')
  const precisionRecall = numbers(curves.precisionRecall, 'x', 'y')
  const calibration = numbers(curves.calibration, 'n', 'predicted', 'observed', 'low', 'high')
  const deciles = numbers(curves.deciles, 'decile', 'rows', 'positives', 'gain', 'lift')
  return roc && precisionRecall && calibration && deciles ? { roc, precisionRecall, calibration, deciles } : undefined
}

function inputOf(value: unknown): CardInput | null {
  const input = fields(value)
  const name = text(input.name)
  if (!name) return null
  const categories = list(input.categories).filter((one): one is string => typeof one === 'string')
  return {
    name,
    kind: text(input.kind),
    unit: text(input.unit),
    min: number(input.min),
    mean: number(input.mean),
    max: number(input.max),
    categories: categories.length > 0 ? categories : undefined,
  }
}

/** What is understood of a card. */
export function cardOf(value: unknown): Card | null {
  if (Object.keys(fields(value)).length === 0) return null
  const card = fields(value)
  const data = fields(card.data)
  const split = fields(card.split)
  return {
    algorithm: text(card.algorithm),
    setting: text(card.setting),
    trainedBy: text(card.trainedBy),
    trainedAt: text(card.trainedAt),
    data: {
      source: text(data.source),
      sha256: text(data.sha256),
      rows: number(data.rows),
      positives: number(data.positives),
      target: text(data.target),
    },
    split: { folds: number(split.folds), repeats: number(split.repeats) },
    inputs: list(card.inputs)
      .map(inputOf)
      .filter(input => input !== null),
    limits: list(card.limits).filter((limit): limit is string => typeof limit === 'string'),
    text: text(card.text),
    curves: curvesOf(card.curves),
  }
}
