import { useFormats } from '../format/format'
import { Chart } from '../parts/Chart'
import { Panel } from '../parts/Panel'
import { Table } from '../parts/Table'
import { useOption } from '../parts/useOption'
import { useWords } from '../words/language'
import type { Bin } from './cardFields'
import { chartTexts } from './chartWords'
import { calibrationOption } from './curveOptions'

/** What was said against what happened, group by group with its interval. */
export function CalibrationPanel({
  bins,
  title,
  help,
  summary,
}: {
  bins: Bin[]
  title?: string
  help?: string
  summary?: string
}) {
  const w = useWords(chartTexts)
  const format = useFormats()
  const option = useOption(() => calibrationOption(bins, format.percent, w.predicted, w.observed), [bins, format, w])
  const within = bins.filter(bin => bin.low <= bin.predicted && bin.predicted <= bin.high).length
  return (
    <Panel
      title={title ?? w.calibration}
      help={help ?? w.calibrationHelp}
      summary={summary ?? w.calibrationSummary(format.count(within), format.count(bins.length))}
      table={
        <Table
          caption={title ?? w.calibration}
          rows={bins}
          keyOf={bin => String(bin.predicted)}
          columns={[
            { name: w.n, number: true, cell: bin => format.whole(bin.n) },
            { name: w.predicted, number: true, cell: bin => format.percent(bin.predicted) },
            { name: w.observed, number: true, cell: bin => format.percent(bin.observed) },
            { name: w.low, number: true, cell: bin => format.percent(bin.low) },
            { name: w.high, number: true, cell: bin => format.percent(bin.high) },
          ]}
        />
      }
    >
      <Chart option={option} height={300} label={title ?? w.calibration} />
    </Panel>
  )
}
