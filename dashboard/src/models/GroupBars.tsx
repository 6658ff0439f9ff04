import type { Shown } from '../api/api'
import { type Formats, useFormats } from '../format/format'
import { Table } from '../parts/Table'
import { useWords } from '../words/language'
import { driftTexts } from './judgeWords'

type Field = Shown['FieldDrift']
type Group = Shown['Group']

const WIDTH = 18
const HEIGHT = 32

/** Shares of groups of values, then and now, small. */
export function GroupBars({ field }: { field: Field }) {
  const w = useWords(driftTexts)
  const format = useFormats()
  if (field.groups.length === 0) return <span className="quiet">{w.noGroups}</span>
  const most = Math.max(...field.groups.flatMap(group => [group.reference, group.current]), 0.01)
  const tall = (share: number) => (share / most) * (HEIGHT - 1)
  return (
    <svg
      className="group-bars"
      width={field.groups.length * WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={`${field.field}: ${w.groups}`}
    >
      {field.groups.map((group, place) => (
        <g key={`${group.from}/${group.to}`}>
          <title>{`${rangeOf(group, w, format)}: ${format.percent(group.reference)} → ${format.percent(group.current)}`}</title>
          <rect
            className="group-now"
            x={place * WIDTH + 2}
            y={HEIGHT - tall(group.current)}
            width={WIDTH - 5}
            height={tall(group.current)}
          />
          <rect
            className="group-reference"
            x={place * WIDTH + 2}
            y={HEIGHT - tall(group.reference)}
            width={WIDTH - 5}
            height={tall(group.reference)}
          />
        </g>
      ))}
    </svg>
  )
}

/** The same to read. */
export function GroupTable({ fields }: { fields: Field[] }) {
  const w = useWords(driftTexts)
  const format = useFormats()
  return (
    <Table
      caption={w.title}
      rows={fields.flatMap(field => field.groups.map(group => ({ field: field.field, ...group })))}
      keyOf={row => `${row.field}/${row.from}/${row.to}`}
      columns={[
        { name: w.field, cell: row => row.field },
        { name: w.group, cell: row => rangeOf(row, w, format) },
        { name: w.inReference, number: true, cell: row => format.percent(row.reference) },
        { name: w.now, number: true, cell: row => format.percent(row.current) },
      ]}
    />
  )
}

function rangeOf(group: Group, w: { below: (to: string) => string; above: (from: string) => string }, format: Formats) {
  const { from, to } = group
  const told = (value: number) => (Math.abs(value) < 10 ? format.three(value) : format.one(value))
  if (from === null || from === undefined) return to === null || to === undefined ? '…' : w.below(told(to))
  return to === null || to === undefined ? w.above(told(from)) : `${told(from)} – ${told(to)}`
}
