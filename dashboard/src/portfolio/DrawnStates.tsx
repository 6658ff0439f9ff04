import { type KeyboardEvent, useState } from 'react'
import { Link } from 'wouter'
import outlines from '../generated/states.json'
import { placeName } from '../parts/places'
import { useLanguage, useWords } from '../words/language'
import { classOf, nextTo } from './classes'
import type { StateRisk } from './StatesMap'
import { texts } from './words'

interface Shapes {
  all: readonly StateRisk[]
  step: number
  /** The numbers of a state in words. */
  told: (one: StateRisk) => string
  /** Hears which state is pointed at. */
  point: (code: string | null) => void
}

/** The states, each a link to its clients. One of them is in the order of the Tab key, the arrow keys go on from there. */
export function Drawn({ all, step, told, point }: Shapes) {
  const w = useWords(texts).map
  const { language } = useLanguage()
  const [reachable, reach] = useState('CA')
  const byCode = new Map(all.map(one => [one.state, one]))

  const press = (event: KeyboardEvent<SVGSVGElement>) => {
    const from = outlines.find(outline => outline.code === reachable)
    const next = from && nextTo(from, event.key, outlines)
    if (!next) return
    event.preventDefault()
    event.currentTarget.querySelector<SVGAElement>(`[data-state="${next.code}"]`)?.focus()
  }

  return (
    <svg
      className="map"
      viewBox="0 0 975 610"
      aria-label={w.title}
      onKeyDown={press}
      onPointerLeave={() => point(null)}
    >
      {outlines.map(outline => {
        const one = byCode.get(outline.code)
        return (
          <Link
            key={outline.code}
            href={`/clients?state=${outline.code}`}
            aria-label={one ? told(one) : placeName(outline.code, language)}
            data-state={outline.code}
            tabIndex={outline.code === reachable ? 0 : -1}
            onPointerEnter={() => point(outline.code)}
            onFocus={() => {
              reach(outline.code)
              point(outline.code)
            }}
            onBlur={() => point(null)}
          >
            <path d={outline.outline} className={`state-${classOf(one?.atRisk ?? 0, step)}`} />
          </Link>
        )
      })}
    </svg>
  )
}
