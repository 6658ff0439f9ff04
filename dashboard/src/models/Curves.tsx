import type { Shown } from '../api/api'
import { useFormats } from '../format/format'
import { Chart } from '../parts/Chart'
import { Panel } from '../parts/Panel'
import { Empty, Loaded } from '../parts/States'
import { Table } from '../parts/Table'
import { useOption } from '../parts/useOption'
import { useWords } from '../words/language'
import { AfterTheFact } from './AfterTheFact'
import { CalibrationPanel } from './CalibrationPanel'
import { cardOf, type Curves as Drawn, type Point } from './cardFields'
import { chartTexts } from './chartWords'
import { gainOption, precisionRecallOption, rocOption } from './curveOptions'
import { useQuality, useVersion } from './reads'

const HEIGHT = 300

/** How good a version is at every threshold; where its card doesn't tell, why, and what its scores came to instead. */
export function Curves({ name, version }: { name: string; version: number }) {
  const read = useVersion(name, version)
  return (
    <Loaded from={read} lines={12}>
      {shown => {
        const curves = cardOf(shown.card)?.curves
        if (!curves) return <Without name={name} version={version} />
        return (
          <div className="models-panels">
            <Roc points={curves.roc} measures={shown.measures} />
            <PrecisionRecall curves={curves} measures={shown.measures} />
            <CalibrationPanel bins={curves.calibration} />
            <Gain curves={curves} />
          </div>
        )
      }}
    </Loaded>
  )
}

function Without({ name, version }: { name: string; version: number }) {
  const w = useWords(chartTexts)
  const quality = useQuality(name, version)
  return (
    <>
      <Empty title={w.noCurves}>
        <p className="quiet">{w.noCurvesWhat}</p>
      </Empty>
      {quality.data?.calibration && <AfterTheFact calibration={quality.data.calibration} />}
    </>
  )
}

type Measures = Shown['ShownModelVersion']['measures']

function Roc({ points, measures }: { points: Point[]; measures: Measures }) {
  const w = useWords(chartTexts)
  const format = useFormats()
  const option = useOption(
    () => rocOption(points, format.percent, w.falsePositives, w.truePositives),
    [points, format, w],
  )
  const auc = measures.auc?.mean
  return (
    <Panel
      title={w.roc}
      help={w.rocHelp}
      summary={`${auc === undefined ? '' : `${w.rocSummary(format.three(auc))} `}${w.outOfFold}`}
      table={<Points caption={w.roc} points={points} x={w.falsePositives} y={w.truePositives} />}
    >
      <Chart option={option} height={HEIGHT} label={w.roc} />
    </Panel>
  )
}

function PrecisionRecall({ curves, measures }: { curves: Drawn; measures: Measures }) {
  const w = useWords(chartTexts)
  const format = useFormats()
  const rows = curves.deciles.reduce((sum, decile) => sum + decile.rows, 0)
  const base = curves.deciles.reduce((sum, decile) => sum + decile.positives, 0) / rows
  const points = curves.precisionRecall
  const option = useOption(
    () => precisionRecallOption(points, base, format.percent, w.recall, w.precision),
    [points, base, format, w],
  )
  const average = measures.averagePrecision?.mean
  return (
    <Panel
      title={w.pr}
      help={w.prHelp}
      summary={average === undefined ? undefined : w.prSummary(format.three(average), format.three(base))}
      table={<Points caption={w.pr} points={points} x={w.recall} y={w.precision} />}
    >
      <Chart option={option} height={HEIGHT} label={w.pr} />
    </Panel>
  )
}

function Gain({ curves }: { curves: Drawn }) {
  const w = useWords(chartTexts)
  const format = useFormats()
  const deciles = curves.deciles
  const option = useOption(() => gainOption(deciles, format, w.decile, w.gainAxis, w.lift), [deciles, format, w])
  const first = deciles[0]
  return (
    <Panel
      title={w.gain}
      help={w.gainHelp}
      summary={first && w.gainSummary(format.percent(first.gain), format.one(first.lift))}
      table={
        <Table
          caption={w.gain}
          rows={deciles}
          keyOf={decile => String(decile.decile)}
          columns={[
            { name: w.decile, number: true, cell: decile => decile.decile },
            { name: w.n, number: true, cell: decile => format.one(decile.rows) },
            { name: w.gainColumn, number: true, cell: decile => format.percent(decile.gain) },
            { name: w.lift, number: true, cell: decile => format.one(decile.lift) },
          ]}
        />
      }
    >
      <Chart option={option} height={HEIGHT} label={w.gain} />
    </Panel>
  )
}

function Points({ caption, points, x, y }: { caption: string; points: Point[]; x: string; y: string }) {
  const format = useFormats()
  return (
    <Table
      caption={caption}
      rows={points.map((point, place) => ({ ...point, place }))}
      keyOf={point => String(point.place)}
      columns={[
        { name: x, number: true, cell: point => format.percent(point.x) },
        { name: y, number: true, cell: point => format.percent(point.y) },
      ]}
    />
  )
}
