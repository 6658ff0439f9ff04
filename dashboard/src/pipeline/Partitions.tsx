import type { PartitionStanding, Reader } from '../api/pipeline'
import { useFormats } from '../format/format'
import { Panel } from '../parts/Panel'
import { Scrolled } from '../parts/Scrolled'
import { Table } from '../parts/Table'
import { useWords } from '../words/language'
import { texts } from './words'

interface Row extends Omit<PartitionStanding, 'readers'> {
  reader: Reader | null
}

/** Every partition with each of its readers. */
export function Partitions({ partitions }: { partitions: PartitionStanding[] }) {
  const w = useWords(texts)
  const format = useFormats()
  const rows = partitions.flatMap(({ readers, ...partition }): Row[] =>
    readers.length > 0 ? readers.map(reader => ({ ...partition, reader })) : [{ ...partition, reader: null }],
  )
  const waiting = rows.reduce((sum, row) => sum + (row.reader?.lag ?? 0), 0)
  const whole = (n: number | null | undefined) => (n === null || n === undefined ? '–' : format.whole(n))
  return (
    <Panel
      title={w.partitions}
      help={w.partitionsHelp}
      summary={
        rows.length === 0 ? w.noPartitions : w.partitionsSummary(format.whole(partitions.length), format.whole(waiting))
      }
    >
      {rows.length > 0 && (
        <Scrolled label={w.partitions} className="partitions">
          <Table
            caption={w.partitions}
            rows={rows}
            keyOf={row => `${row.topic}/${row.partition}/${row.reader?.stage}`}
            columns={[
              { name: w.topic, cell: row => w.stages[row.topic] ?? row.topic },
              { name: w.partition, number: true, cell: row => row.partition },
              { name: w.end, number: true, cell: row => whole(row.endOffset) },
              { name: w.reader, cell: row => (row.reader ? (w.stages[row.reader.stage] ?? row.reader.stage) : '–') },
              { name: w.position, number: true, cell: row => whole(row.reader?.position) },
              { name: w.lag, number: true, cell: row => whole(row.reader?.lag) },
              {
                name: w.owner,
                cell: row =>
                  row.reader?.owner ? (
                    <code title={row.reader.owner}>{row.reader.owner.slice(0, 28)}</code>
                  ) : (
                    <span className="quiet">{w.nobody}</span>
                  ),
              },
            ]}
          />
        </Scrolled>
      )}
    </Panel>
  )
}
