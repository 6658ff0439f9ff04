import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { body, query, type Shown } from '../api/api'
import { mayAct, useMe } from '../api/me'
import { useFormats } from '../format/format'
import { Dialog } from '../parts/Dialog'
import { FormFault } from '../parts/Faults'
import { tell } from '../parts/Notices'
import { Scrolled } from '../parts/Scrolled'
import { Loaded } from '../parts/States'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { letterTexts } from './words'

/** The consumer decides a moment later; where no stream tells so, it is looked at again. */
const LOOK_AGAIN = [300, 1_500, 5_000]

/** A dead letter in full, and what an operator can do about it. */
export function DeadLetter({ deadLetterId }: { deadLetterId: number }) {
  const asked = useQuery({
    queryKey: ['dead-letters', 'one', deadLetterId],
    queryFn: ({ signal }) =>
      body(
        query.GET('/api/dead-letters/{deadLetterId}', {
          params: { path: { deadLetterId: String(deadLetterId) } } as never,
          signal,
        }),
      ),
  })
  return <Loaded from={asked}>{letter => <Opened letter={letter} />}</Loaded>
}

/** As a reader sees it: whoever may only decide is told neither who it is about nor what it says. */
type Told = Omit<Shown['ShownDeadLetter'], 'key' | 'value' | 'encoding' | 'headers'> &
  Partial<Pick<Shown['ShownDeadLetter'], 'key' | 'value' | 'encoding' | 'headers'>>

function Opened({ letter }: { letter: Told }) {
  const me = useMe()
  const w = useWords(letterTexts)
  const format = useFormats()
  const headers = letter.headers ?? []
  const facts: [string, string | null | undefined][] = [
    [w.when, format.moment(letter.time)],
    [w.reason, letter.reason],
    [`${w.origin} (${w.originHelp})`, letter.origin],
    [w.key, letter.key === undefined ? w.notTold : letter.key],
    [w.decided, letter.decidedAt && format.moment(letter.decidedAt)],
  ]
  return (
    <div className="opened">
      <div>
        <dl className="facts">
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
        {mayAct(me, 'operator') && <Decide deadLetterId={letter.deadLetterId} />}
      </div>
      <div>
        <h3>{letter.encoding === 'base64' ? w.base64 : w.value}</h3>
        {letter.value === undefined ? (
          <p className="quiet">{w.notTold}</p>
        ) : (
          <Scrolled as="pre" label={w.value} className="json">
            {letter.encoding === 'base64' ? letter.value : pretty(letter.value) || w.noValue}
          </Scrolled>
        )}
        {headers.length > 0 && (
          <details>
            <summary>{w.headers}</summary>
            <dl className="facts">
              {headers.map((header, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a header may come twice, and they don't move
                <div key={place}>
                  <dt>{header.name}</dt>
                  <dd>{header.value}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </div>
    </div>
  )
}

/** Indented where it is JSON; as it is where not. */
function pretty(value: string | null | undefined): string {
  if (!value) return ''
  try {
    return JSON.stringify(JSON.parse(value), null, 2)
  } catch {
    return value
  }
}

function Decide({ deadLetterId }: { deadLetterId: number }) {
  const w = useWords(letterTexts)
  const { cancel } = useWords(shared)
  const cache = useQueryClient()
  const [asking, ask] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const decide = async (action: 'retry' | 'evict') => {
    setBusy(true)
    setFailure(null)
    try {
      await body(
        query.POST(`/api/dead-letters/{deadLetterId}/${action}`, {
          params: { path: { deadLetterId: String(deadLetterId) } } as never,
        }),
      )
      ask(false)
      tell(action === 'retry' ? w.retried(String(deadLetterId)) : w.evicted(String(deadLetterId)))
      for (const pause of LOOK_AGAIN) {
        setTimeout(() => void cache.invalidateQueries({ queryKey: ['dead-letters'] }), pause)
      }
    } catch (problem) {
      setFailure(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="decide">
      <p>
        <button type="button" disabled={busy} onClick={() => void decide('retry')}>
          {w.retry}
        </button>{' '}
        <span className="quiet">{w.retryWhat}</span>
      </p>
      <p>
        <button type="button" disabled={busy} onClick={() => ask(true)}>
          {w.evict}
        </button>{' '}
        <span className="quiet">{w.evictWhat}</span>
      </p>
      {!asking && <FormFault failure={failure} />}
      {asking && (
        <Dialog title={w.evictTitle(String(deadLetterId))} close={() => ask(false)}>
          <p>{w.evictWhat}</p>
          <FormFault failure={failure} />
          <p className="decide-buttons">
            <button type="button" className="first" disabled={busy} onClick={() => void decide('evict')}>
              {w.evict}
            </button>
            <button type="button" onClick={() => ask(false)}>
              {cancel}
            </button>
          </p>
        </Dialog>
      )}
    </div>
  )
}
