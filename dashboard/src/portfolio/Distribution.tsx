import { useState } from 'react'
import { Link } from 'wouter'
import type { RiskDistribution } from '../api/risk'
import { useFormats } from '../format/format'
import { Panel } from '../parts/Panel'
import { Stale } from '../parts/Stale'
import { Empty, Loaded } from '../parts/States'
import { Table } from '../parts/Table'
import { useWords } from '../words/language'
import './distribution.css'
import { Histogram } from './Histogram'
import { useDistribution } from './reads'
import { above } from './threshold'
import { texts } from './words'

/** How the risks are spread, and what a limit among them would mean for the team. */
export function Distribution() {
  const w = useWords(texts).distribution
  const format = useFormats()
  const distribution = useDistribution()
  const [chosen, choose] = useState<number | null>(null)
  const threshold = chosen ?? Math.round((distribution.data?.bands.high ?? 0.6) * 100)
  const table = distribution.data && (
    <Table
      caption={w.title}
      keyOf={bin => String(bin.from)}
      rows={distribution.data.bins.filter(bin => bin.clients > 0).toReversed()}
      columns={[
        { name: w.from, number: true, cell: bin => format.one(bin.from * 100) },
        { name: w.to, number: true, cell: bin => format.one(bin.to * 100) },
        { name: w.clients, number: true, cell: bin => format.whole(bin.clients) },
        { name: w.unassigned, number: true, cell: bin => format.whole(bin.unassigned) },
        { name: w.value, number: true, cell: bin => format.money(bin.value) },
      ]}
    />
  )
  return (
    <Panel title={w.title} help={w.help} table={table}>
      <Stale from={distribution} />
      <Loaded from={distribution} lines={8}>
        {read =>
          read.bins.every(bin => bin.clients === 0) ? (
            <Empty title={w.none}>
              <p className="quiet">{w.noneWhat}</p>
            </Empty>
          ) : (
            <>
              <Histogram read={read} threshold={threshold} choose={choose} />
              <Answer read={read} threshold={threshold} />
            </>
          )
        }
      </Loaded>
    </Panel>
  )
}

/** What is above the threshold; each number keeps its place while the line moves. */
function Answer({ read, threshold }: { read: RiskDistribution; threshold: number }) {
  const w = useWords(texts).distribution
  const format = useFormats()
  const sum = above(read.bins, threshold)
  const taken = Math.min(sum.unassigned, read.capacity.free)
  return (
    <>
      <dl className="above">
        <div>
          <dt>{w.above(format.whole(threshold))}</dt>
          <dd>{format.whole(sum.clients)}</dd>
        </div>
        <div>
          <dt>{w.value}</dt>
          <dd>{format.shortMoney(sum.value)}</dd>
        </div>
        <div>
          <dt>{w.unassigned}</dt>
          <dd>{format.whole(sum.unassigned)}</dd>
        </div>
        <div>
          <dt>{w.places}</dt>
          <dd>{format.whole(taken)}</dd>
        </div>
      </dl>
      <p className="above-more">
        <Link href={`/clients?minScore=${threshold / 100}`}>{w.open(format.whole(sum.clients))}</Link>
        <span className="quiet">{w.free(format.whole(read.capacity.free))}</span>
        {read.unscored > 0 && <span className="quiet">{w.unscored(format.whole(read.unscored))}</span>}
      </p>
    </>
  )
}
