import type { RiskPoint } from '../api/risk'
import { useFormats } from '../format/format'
import { useWords, words } from '../words/language'
import './sparkline.css'

const texts = words({
  en: { from: (first: string, last: string, n: string) => `Risk from ${first} to ${last} in ${n} scores` },
  fr: { from: (first: string, last: string, n: string) => `Risque de ${first} à ${last} en ${n} évaluations` },
})

const WIDTH = 88
const HEIGHT = 22
const INSET = 2

/** What the risk of one client was, always on the scale of 0–100; where there was no answer the line has a gap. */
export function Sparkline({ points }: { points: readonly RiskPoint[] }) {
  const w = useWords(texts)
  const format = useFormats()
  const scores = points.flatMap(point => (point.score === null ? [] : [point.score]))
  const [first, last] = [scores[0], scores.at(-1)]
  if (first === undefined || last === undefined) return null
  const label = w.from(format.risk(first), format.risk(last), format.whole(scores.length))
  const ends = spot(points.length - 1, points.length, last)
  return (
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={outline(points)} />
      <circle cx={ends.x} cy={ends.y} r="2" />
    </svg>
  )
}

function spot(index: number, count: number, score: number) {
  const across = count > 1 ? index / (count - 1) : 1
  return {
    x: Math.round((INSET + across * (WIDTH - 2 * INSET)) * 10) / 10,
    y: Math.round((HEIGHT - INSET - score * (HEIGHT - 2 * INSET)) * 10) / 10,
  }
}

/** The line as an SVG path, one number after the other with the same distance. */
export function outline(points: readonly RiskPoint[]): string {
  let path = ''
  let pen = false
  points.forEach((point, index) => {
    if (point.score === null) {
      pen = false
      return
    }
    const { x, y } = spot(index, points.length, point.score)
    path += `${pen ? 'L' : 'M'}${x},${y}`
    pen = true
  })
  return path
}
