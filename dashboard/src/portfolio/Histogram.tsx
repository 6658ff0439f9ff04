import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { RiskDistribution } from '../api/risk'
import { useFormats } from '../format/format'
import { useSteady } from '../parts/scale'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { above, bandOf, moved, within } from './threshold'
import { texts } from './words'

interface Drawn {
  read: RiskDistribution
  /** In points. */
  threshold: number
  choose: (threshold: number) => void
}

/** A bar for each point of risk, and a line among them that can be moved. */
export function Histogram({ read, threshold, choose }: Drawn) {
  const w = useWords(texts).distribution
  const { bands } = useWords(shared)
  const format = useFormats()
  const plot = useRef<HTMLDivElement>(null)
  const most = useSteady(Math.max(...read.bins.map(bin => bin.clients)))
  const sum = above(read.bins, threshold)

  const follow = (event: PointerEvent) => {
    const place = plot.current?.getBoundingClientRect()
    if (place) choose(within(((event.clientX - place.left) / place.width) * 100))
  }
  const press = (event: KeyboardEvent) => {
    const next = moved(threshold, event.key)
    if (next === null) return
    event.preventDefault()
    choose(next)
  }
  const medium = read.bands.medium * 100
  const high = read.bands.high * 100
  return (
    <div className="histogram">
      <span className="histogram-most" aria-hidden="true">
        {format.whole(most)} {w.clients}
      </span>
      <div
        ref={plot}
        className="histogram-plot"
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId)
          follow(event)
        }}
        onPointerMove={event => event.currentTarget.hasPointerCapture(event.pointerId) && follow(event)}
      >
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {read.bins.map((bin, index) => {
            const height = (bin.clients / most) * 100
            return (
              <rect
                key={bin.from}
                x={index + 0.1}
                y={100 - height}
                width={0.8}
                height={height}
                className={`bin-${bandOf(bin, read.bands)}${index < threshold ? ' bin-below' : ''}`}
              />
            )
          })}
        </svg>
        <div
          className="threshold"
          role="slider"
          tabIndex={0}
          aria-label={w.threshold}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={threshold}
          aria-valuetext={w.summary(format.whole(sum.clients), format.whole(threshold), format.money(sum.value))}
          style={{ insetInlineStart: `${threshold}%` }}
          onKeyDown={press}
        >
          <span>{threshold}</span>
        </div>
      </div>
      <div className="histogram-bands" aria-hidden="true">
        <span style={{ inlineSize: `${medium}%` }}>0 · {bands.low}</span>
        <span style={{ inlineSize: `${high - medium}%` }}>
          {format.one(medium)} · {bands.medium}
        </span>
        <span style={{ inlineSize: `${100 - high}%` }}>
          {format.one(high)} · {bands.high}
        </span>
      </div>
    </div>
  )
}
