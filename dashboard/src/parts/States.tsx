import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Problem, Unreachable } from '../api/api'
import { mayAct, type Role, useMe } from '../api/me'
import { useWords, words } from '../words/language'
import { shared } from '../words/shared'
import './states.css'
import { useFailure } from './useFailure'

const texts = words({
  en: {
    unreachable: 'Vigie does not answer.',
    unreachableWhat: 'It is tried again by itself. Nothing that was saved is lost.',
    notFound: 'There is no such thing here, or it is not in your portfolio.',
  },
  fr: {
    unreachable: 'Vigie ne répond pas.',
    unreachableWhat: 'Un nouvel essai se fait tout seul. Rien de ce qui a été enregistré n’est perdu.',
    notFound: 'Cela n’existe pas ici, ou ne fait pas partie de votre portefeuille.',
  },
})

/** What could not be had: what happened, what still counts, what to do. */
export function Failing({
  failure,
  again,
  asking = false,
}: {
  failure: unknown
  again?: () => void
  /** Whether it is being asked again. */
  asking?: boolean
}) {
  const w = useWords(shared)
  const own = useWords(texts)
  let title = w.failed
  let detail = ''
  if (failure instanceof Unreachable) {
    title = own.unreachable
    detail = own.unreachableWhat
  } else if (failure instanceof Problem) {
    title = failure.status === 404 ? own.notFound : failure.title
    detail = failure.status === 404 ? '' : failure.detail
  }
  return (
    <div className="state" role="alert">
      <p className="state-title">{title}</p>
      {detail && <p className="quiet">{detail}</p>}
      {again && (
        <button type="button" onClick={again} disabled={asking}>
          {asking ? w.loading : w.tryAgain}
        </button>
      )}
    </div>
  )
}

/** What this is for, and the one action that fills it. */
export function Empty({
  title,
  page = false,
  children,
}: {
  title: string
  /** Whether it is all that the screen shows: then its title is the screen's heading. */
  page?: boolean
  children?: ReactNode
}) {
  const Title = page ? 'h1' : 'p'
  return (
    <div className="state">
      <Title className="state-title">{title}</Title>
      {children}
    </div>
  )
}

/** Lines in the size of what will stand here. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const w = useWords(shared)
  return (
    <div className="skeleton" role="status" aria-label={w.loading}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={line} />
      ))}
    </div>
  )
}

/** Draws what was read; before it a skeleton, instead of it the failure. What was read before stays through a failure. */
export function Loaded<T>({
  from,
  lines,
  children,
}: {
  from: UseQueryResult<T>
  lines?: number
  children: (data: T) => ReactNode
}) {
  const failure = useFailure(from)
  if (from.data !== undefined) return children(from.data)
  if (failure) return <Failing failure={failure} again={() => void from.refetch()} asking={from.isFetching} />
  return <Skeleton lines={lines} />
}

/** A page for some roles; whoever has none of them is told who has. */
export function For({ roles, children }: { roles: Role[]; children: ReactNode }) {
  const me = useMe()
  const w = useWords(shared)
  if (mayAct(me, ...roles)) return children
  const names = roles.map(role => w.roles[role])
  const who = names.length > 1 ? `${names.slice(0, -1).join(', ')} ${w.and} ${names.at(-1)}` : (names[0] ?? '')
  return (
    <Empty title={w.forbiddenTitle} page>
      <p className="quiet">{w.forbidden(who)}</p>
    </Empty>
  )
}
