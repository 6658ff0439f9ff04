import { useMemo } from 'react'
import type { Shown } from '../api/api'
import { useFormats } from '../format/format'
import { useWords } from '../words/language'
import { CalibrationPanel } from './CalibrationPanel'
import { chartTexts } from './chartWords'

/** Calibration by what became of the scores, not by training. */
export function AfterTheFact({ calibration }: { calibration: NonNullable<Shown['ModelQuality']['calibration']> }) {
  const w = useWords(chartTexts)
  const format = useFormats()
  const bins = useMemo(
    () =>
      calibration.tenths.map(tenth => ({
        n: tenth.scores,
        predicted: tenth.predicted,
        observed: tenth.observed.value,
        low: tenth.observed.low,
        high: tenth.observed.high,
      })),
    [calibration],
  )
  return (
    <CalibrationPanel
      bins={bins}
      title={w.afterTheFact}
      help={w.afterTheFactHelp}
      summary={w.afterTheFactSummary(format.percent(calibration.predicted), format.percent(calibration.observed.value))}
    />
  )
}
