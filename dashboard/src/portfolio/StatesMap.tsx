import { useState } from 'react'
import type { Shown } from '../api/api'
import { useFormats } from '../format/format'
import outlines from '../generated/states.json'
import { Panel } from '../parts/Panel'
import { placeName } from '../parts/places'
import { Stale } from '../parts/Stale'
import { Loaded } from '../parts/States'
import { Table } from '../parts/Table'
import { useLanguage, useWords } from '../words/language'
import { classEnds, classOf, stepFor } from './classes'
import { Drawn } from './DrawnStates'
import './map.css'
import { OffMap } from './OffMap'
import { useByState } from './reads'
import { texts } from './words'

export type StateRisk = Shown['StateRisk']

const ON_MAP = new Set(outlines.map(outline => outline.code))

/** Where clients at risk are. */
export function StatesMap() {
  const w = useWords(texts).map
  const { language } = useLanguage()
  const format = useFormats()
  const byState = useByState()
  const nameOf = (one: StateRisk) => (one.state === null ? w.noState : placeName(one.state, language))
  const worst = byState.data?.reduce<StateRisk | null>(
    (most, one) => (one.atRisk > (most?.atRisk ?? 0) ? one : most),
    null,
  )
  const table = byState.data && (
    <Table
      caption={w.title}
      keyOf={one => one.state ?? ''}
      rows={byState.data.toSorted((one, other) => other.atRisk - one.atRisk)}
      columns={[
        { name: w.state, cell: nameOf },
        { name: w.atRisk, number: true, cell: one => format.whole(one.atRisk) },
        { name: w.clients, number: true, cell: one => format.whole(one.clients) },
        { name: w.value, number: true, cell: one => format.money(one.valueAtRisk) },
        {
          name: w.average,
          number: true,
          cell: one => (one.averageScore === null ? '–' : format.risk(one.averageScore)),
        },
      ]}
    />
  )
  return (
    <Panel
      title={w.title}
      help={w.help}
      table={table}
      summary={byState.data && (worst ? w.summary(nameOf(worst), format.whole(worst.atRisk)) : w.nobody)}
    >
      <Stale from={byState} />
      <Loaded from={byState} lines={14}>
        {all => <Places all={all} nameOf={nameOf} />}
      </Loaded>
    </Panel>
  )
}

function Places({ all, nameOf }: { all: StateRisk[]; nameOf: (one: StateRisk) => string }) {
  const w = useWords(texts).map
  const format = useFormats()
  const [pointed, point] = useState<string | null>(null)
  const [kept, keep] = useState(1)
  const step = stepFor(kept, Math.max(0, ...all.map(one => one.atRisk)))
  if (step !== kept) keep(step)
  const off = all.filter(one => one.state === null || !ON_MAP.has(one.state))
  const told = (one: StateRisk) =>
    w.told(nameOf(one), format.whole(one.atRisk), format.whole(one.clients), format.money(one.valueAtRisk))
  const here = all.find(one => one.state === pointed)
  const sum = all.reduce((total, one) => total + one.atRisk, 0)
  const beside = off.reduce((total, one) => total + one.atRisk, 0)
  return (
    <>
      <Drawn all={all} step={step} told={told} point={point} />
      <p className="map-told">{here ? told(here) : <span className="quiet">{w.point}</span>}</p>
      <ul className="map-legend">
        <li>
          <span className="swatch swatch-0" />0
        </li>
        {classEnds(step).map(({ from, to }) => (
          <li key={from}>
            <span className={`swatch swatch-${classOf(from, step)}`} />
            {to === null ? `${format.whole(from)}+` : from === to ? format.whole(from) : `${from}–${to}`}
          </li>
        ))}
        <li className="quiet">{w.legend}</li>
      </ul>
      <OffMap off={off} step={step} nameOf={nameOf} told={told} />
      <p className="map-sum">{w.sum(format.whole(sum - beside), format.whole(beside), format.whole(sum))}</p>
    </>
  )
}
