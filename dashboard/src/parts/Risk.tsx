import type { Shown } from '../api/api'
import { useFormats } from '../format/format'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { useFeature } from './features'
import './risk.css'

type Band = 'low' | 'medium' | 'high'

/** A risk as people see it: a bar of 0–100, the number, and the band in a word. */
export function RiskBar({ risk }: { risk: Shown['Risk'] | null }) {
  const format = useFormats()
  const w = useWords(shared)
  if (!risk) return <span className="quiet">{w.noScore}</span>
  return (
    <span className={`risk risk-${risk.band}`}>
      <span className="risk-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.max(2, risk.score * 100)}%` }} />
      </span>
      <span className="risk-number">{format.risk(risk.score)}</span>
      <span className="risk-band">{w.bands[risk.band as Band] ?? risk.band}</span>
    </span>
  )
}

/** At most three reasons, each with its direction and points; the sentence behind each is its title. */
export function Reasons({ reasons }: { reasons: Shown['WordedReason'][] }) {
  const format = useFormats()
  return (
    <ul className="reasons">
      {reasons.slice(0, 3).map(reason => (
        <li key={reason.feature} className={reason.contribution >= 0 ? 'reason-up' : 'reason-down'} title={reason.text}>
          <ReasonName reason={reason} /> <b>{format.points(reason.contribution)}</b>
        </li>
      ))}
    </ul>
  )
}

function ReasonName({ reason }: { reason: Shown['WordedReason'] }) {
  const named = useFeature()
  return named(reason.feature, reason.value)
}
