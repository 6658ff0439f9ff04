import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { Shown } from '../api/api'
import type { Done } from '../api/clientcommands'
import { useFormats } from '../format/format'
import { useFeature } from '../parts/features'
import { Panel } from '../parts/Panel'
import { RiskBar } from '../parts/Risk'
import { Skeleton } from '../parts/States'
import { Waterfall, WaterfallTable } from '../parts/Waterfall'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { type Prediction, usePrediction } from './prediction'
import { texts } from './words'

/** Who was registered, as the service told it. */
export interface Registered {
  done: Done
  name: string
  /** When it was sent, on the page's own clock. */
  sentAt: number
}

/** What is predicted for who was just registered. */
export function Result({ registered, another }: { registered: Registered; another: () => void }) {
  const w = useWords(texts)
  const prediction = usePrediction(registered.done, registered.sentAt)
  const score = prediction.data?.score
  const explained = score && explanationOf(score)
  const place = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone; whoever reads on, reads on here.
  useEffect(() => place.current?.focus(), [])
  return (
    <Panel
      title={`${w.result}: ${registered.name}`}
      help={w.resultHelp}
      table={explained && <WaterfallTable explained={explained} />}
    >
      <div ref={place} className="result" aria-live="polite" tabIndex={-1}>
        {prediction.data ? (
          <Predicted prediction={prediction.data} />
        ) : prediction.isError ? (
          <>
            <p>{w.late}</p>
            <button type="button" onClick={() => void prediction.refetch()}>
              {w.again}
            </button>
          </>
        ) : (
          <>
            <p>{w.waiting}</p>
            <Skeleton lines={5} />
          </>
        )}
      </div>
      <p className="result-next">
        <button type="button" className="first" onClick={another}>
          {w.another}
        </button>
        <Link href={`/clients/${encodeURIComponent(registered.done.clientId)}`} className="result-open">
          {w.open}
        </Link>
      </p>
    </Panel>
  )
}

function explanationOf(score: Shown['ShownScore']) {
  return score.probability === null || score.baseValue === null
    ? null
    : { baseValue: score.baseValue, reasons: score.reasons, other: score.other ?? 0, score: score.probability }
}

function Predicted({ prediction: { score, afterMillis } }: { prediction: Prediction }) {
  const w = useWords(texts)
  const common = useWords(shared)
  const format = useFormats()
  const named = useFeature()
  const explained = score && explanationOf(score)
  if (!score || !explained) {
    return (
      <p>
        {w.unscorable} {score?.problem}
      </p>
    )
  }
  return (
    <>
      <p className="result-risk">
        <RiskBar
          risk={{
            score: explained.score,
            band: score.band ?? '',
            reasons: score.reasons,
            model: score.model.name,
            modelVersion: score.model.version,
            clientVersion: score.clientVersion,
            scoredAt: score.scoredAt,
          }}
        />
        <span className="quiet">{common.riskScale}</span>
      </p>
      <p className="quiet">
        {w.scoredIn(format.seconds(afterMillis))} {score.model.name}/{score.model.version}
      </p>
      <Waterfall explained={explained} />
      <ul className="result-reasons">
        {score.reasons.map(reason => (
          <li key={reason.feature}>{reason.text}</li>
        ))}
      </ul>
      {score.outOfRange.length > 0 && (
        <p className="field-fault">
          {w.outOfRange(score.outOfRange.map(feature => named(feature, score.features[feature] ?? 0)).join(', '))}
        </p>
      )}
    </>
  )
}
