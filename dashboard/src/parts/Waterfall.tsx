import { useFormats } from '../format/format'
import { useWords, words } from '../words/language'
import { useFeature } from './features'
import { type Explained, endFor, type Step, stepsOf } from './steps'
import './waterfall.css'

const texts = words({
  en: {
    base: 'Usual client',
    other: 'Other',
    total: 'This client',
    what: 'What',
    points: 'Points',
    soFar: 'Risk so far',
    words: 'In words',
    caption: 'From the risk of the usual client to the risk of this one',
  },
  fr: {
    base: 'Client habituel',
    other: 'Autre',
    total: 'Ce client',
    what: 'Quoi',
    points: 'Points',
    soFar: 'Risque cumulé',
    words: 'En mots',
    caption: 'Du risque du client habituel à celui de ce client',
  },
})

function useNames() {
  const w = useWords(texts)
  const feature = useFeature()
  return (step: Step) => (step.kind === 'reason' ? feature(step.feature, step.value) : w[step.kind])
}

/** From the usual client to this one: a bar per reason, each beginning where the one before ended. */
export function Waterfall({ explained }: { explained: Explained }) {
  const w = useWords(texts)
  const format = useFormats()
  const nameOf = useNames()
  const steps = stepsOf(explained)
  const end = endFor(steps)
  const at = (score: number) => `${(Math.min(Math.max(score, 0), end) / end) * 100}%`
  return (
    <table className="waterfall">
      <caption className="only-heard">{w.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{w.what}</th>
          <th scope="col" className="waterfall-scale">
            <span>0</span>
            <span>{format.risk(end)}</span>
          </th>
          <th scope="col" className="number">
            {w.points}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map(step => (
          <tr key={step.feature} className={`waterfall-${step.kind}`} title={step.text || undefined}>
            <th scope="row">{nameOf(step)}</th>
            <td>
              <span className="waterfall-place" aria-hidden="true">
                <span
                  className={step.kind === 'reason' && step.to < step.from ? 'waterfall-down' : undefined}
                  style={{
                    insetInlineStart: at(Math.min(step.from, step.to)),
                    inlineSize: `max(2px, ${at(Math.abs(step.to - step.from))})`,
                  }}
                />
              </span>
            </td>
            <td className="number">
              {step.kind === 'base' || step.kind === 'total'
                ? format.risk(step.to)
                : format.points(step.to - step.from)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same to read, with the sentence behind each reason. */
export function WaterfallTable({ explained }: { explained: Explained }) {
  const w = useWords(texts)
  const format = useFormats()
  const nameOf = useNames()
  return (
    <table>
      <caption className="only-heard">{w.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{w.what}</th>
          <th scope="col" className="number">
            {w.points}
          </th>
          <th scope="col" className="number">
            {w.soFar}
          </th>
          <th scope="col">{w.words}</th>
        </tr>
      </thead>
      <tbody>
        {stepsOf(explained).map(step => (
          <tr key={step.feature}>
            <th scope="row">{nameOf(step)}</th>
            <td className="number">{step.kind === 'total' ? '' : format.points(step.to - step.from)}</td>
            <td className="number">{format.risk(step.to)}</td>
            <td>{step.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
