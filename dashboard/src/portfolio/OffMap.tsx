import { Link } from 'wouter'
import { useFormats } from '../format/format'
import { useWords } from '../words/language'
import { classOf } from './classes'
import type { StateRisk } from './StatesMap'
import { texts } from './words'

interface Listed {
  off: readonly StateRisk[]
  step: number
  nameOf: (one: StateRisk) => string
  told: (one: StateRisk) => string
}

/** Territories, military addresses, and addresses without a state: they have risks too. */
export function OffMap({ off, step, nameOf, told }: Listed) {
  const w = useWords(texts).map
  const format = useFormats()
  if (off.length === 0) return null
  return (
    <section className="off-map" aria-label={w.off}>
      <h3>{w.off}</h3>
      <ul>
        {off
          .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)))
          .map(one => (
            <li key={one.state ?? ''} title={told(one)}>
              <span className={`swatch swatch-${classOf(one.atRisk, step)}`} />
              {one.state === null ? (
                <span className="off-name">{nameOf(one)}</span>
              ) : (
                <Link className="off-name" href={`/clients?state=${one.state}`}>
                  {nameOf(one)}
                </Link>
              )}
              <b>{format.whole(one.atRisk)}</b>
              <span className="quiet">/ {format.whole(one.clients)}</span>
            </li>
          ))}
      </ul>
    </section>
  )
}
