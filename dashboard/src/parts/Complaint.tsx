import { Problem, Unreachable } from '../api/api'
import { useWords, words } from '../words/language'

const texts = words({
  en: { unreachable: 'Vigie does not answer. Nothing was changed as far as is known: try again.' },
  fr: { unreachable: 'Vigie ne répond pas. Rien n’a été changé, autant qu’on le sache : réessayez.' },
})

/** What is wrong with what somebody asked for, beside where they asked for it. */
export function Complaint({ failure }: { failure: unknown }) {
  const w = useWords(texts)
  if (!failure) return null
  if (failure instanceof Unreachable) return <p role="alert">{w.unreachable}</p>
  if (!(failure instanceof Problem)) return <p role="alert">{failure instanceof Error ? failure.message : ''}</p>
  const faults = failure.faults as { field?: string; reason?: string; message?: string }[]
  return (
    <div className="complaint" role="alert">
      <b>{failure.title}</b>
      {failure.detail && <p>{failure.detail}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map(({ field, message, reason }) => (
            <li key={`${field} ${message ?? reason}`}>
              {field && <code>{field}</code>} {message ?? reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
