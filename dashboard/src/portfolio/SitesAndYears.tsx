import { useState } from 'react'
import type { SitesAndYears as Cell } from '../api/risk'
import { useFormats } from '../format/format'
import { Panel } from '../parts/Panel'
import { Stale } from '../parts/Stale'
import { Empty, Loaded } from '../parts/States'
import { Table } from '../parts/Table'
import { useWords } from '../words/language'
import { FEW, gridOf, highest, shadeOf, sitesRange, yearsRange } from './grid'
import './grid.css'
import { useSitesAndYears } from './reads'
import { texts } from './words'

/** Which kinds of clients are at risk. */
export function SitesAndYears() {
  const w = useWords(texts).grid
  const format = useFormats()
  const read = useSitesAndYears()
  const most = read.data && highest(read.data)
  const table = read.data && (
    <Table
      caption={w.title}
      keyOf={cell => `${cell.sites.from}/${cell.years.from}`}
      rows={read.data}
      columns={[
        { name: w.sites, number: true, cell: cell => sitesRange(cell.sites) },
        { name: w.years, number: true, cell: cell => yearsRange(cell.years) },
        { name: w.clients, number: true, cell: cell => format.whole(cell.clients) },
        { name: w.atRisk, number: true, cell: cell => format.whole(cell.atRisk) },
        {
          name: w.average,
          number: true,
          cell: cell => (cell.averageScore === null ? '–' : format.risk(cell.averageScore)),
        },
      ]}
    />
  )
  return (
    <Panel
      title={w.title}
      help={w.help}
      table={table}
      summary={
        most && w.summary(sitesRange(most.sites), yearsRange(most.years), format.whole((most.averageScore ?? 0) * 100))
      }
    >
      <Stale from={read} />
      <Loaded from={read} lines={8}>
        {items => (items.length === 0 ? <Empty title={w.none} /> : <Cells items={items} />)}
      </Loaded>
    </Panel>
  )
}

/** The numbers themselves, shaded: no second way to read them is needed, only one that names what is pointed at. */
function Cells({ items }: { items: readonly Cell[] }) {
  const w = useWords(texts).grid
  const format = useFormats()
  const [pointed, point] = useState<Cell | null>(null)
  const grid = gridOf(items)
  const here = pointed && grid.at(pointed.sites, pointed.years)
  const risk = (cell: Cell) => (cell.averageScore === null ? '–' : format.whole(cell.averageScore * 100))
  return (
    <>
      <table className="grid" onPointerLeave={() => point(null)}>
        <caption className="only-heard">{w.title}</caption>
        <thead>
          <tr>
            <th scope="col">{w.corner}</th>
            {grid.sites.map(sites => (
              <th key={sites.from} scope="col">
                {sitesRange(sites)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.years.map(years => (
            <tr key={years.from}>
              <th scope="row">{yearsRange(years)}</th>
              {grid.sites.map(sites => {
                const cell = grid.at(sites, years)
                if (!cell) return <td key={sites.from} />
                const shade = cell.averageScore === null ? '' : `shade-${shadeOf(cell.averageScore)}`
                return (
                  <td
                    key={sites.from}
                    className={`${shade}${cell.clients < FEW ? ' few' : ''}`}
                    onPointerEnter={() => point(cell)}
                  >
                    {risk(cell)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="grid-told">
        {here ? (
          w.told(
            sitesRange(here.sites),
            yearsRange(here.years),
            format.whole(here.clients),
            format.whole(here.atRisk),
            risk(here),
          )
        ) : (
          <span className="quiet">{w.point}</span>
        )}
      </p>
    </>
  )
}
