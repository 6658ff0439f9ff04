import createClient, { type Middleware } from 'openapi-fetch'
import type { paths as CommandPaths } from '../generated/command'
import type { components, paths as QueryPaths } from '../generated/query'
import { currentLanguage } from '../words/language'
import { csrfToken, learnNextSession } from './me'
import { Problem, Unreachable } from './problem'
import { endSession, hasEnded } from './session'

export { Problem, Unreachable }

/** What the reading side answers with, by name. */
export type Shown = components['schemas']

const isOfAnotherSession = async (refused: Response) =>
  String(
    (
      (await refused
        .clone()
        .json()
        .catch(() => ({}))) as Record<string, unknown>
    ).type,
  ).endsWith('/csrf-token-missing')

const manners: Middleware = {
  async onRequest({ request }) {
    // Who they are since is asked before something is sent again: the next session has another token.
    if (hasEnded() && request.method !== 'GET') await learnNextSession()
    request.headers.set('Accept-Language', currentLanguage())
    const token = csrfToken()
    if (request.method !== 'GET' && token) request.headers.set('X-CSRF-Token', token)
    return request
  },
  async onResponse({ response }) {
    // A page that is loaded again would ask to sign in; but what was written in it would be gone.
    if (response.status === 401) endSession()
    // Another session has begun unheard: what is sent once more has its token.
    if (response.status === 403 && (await isOfAnotherSession(response))) await learnNextSession()
  },
}

/** Reads. */
export const query = createClient<QueryPaths>({ baseUrl: '/' })
/** Commands. */
export const command = createClient<CommandPaths>({ baseUrl: '/' })
query.use(manners)
command.use(manners)

interface Answered<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of a good answer; throws {@link Problem} or {@link Unreachable}. */
export async function body<T>(asked: Promise<Answered<T>>): Promise<NonNullable<T>> {
  let answered: Answered<T>
  try {
    answered = await asked
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    throw new Unreachable(String(failure))
  }
  if (answered.response.ok) return (answered.data ?? {}) as NonNullable<T>
  throw new Problem(answered.response.status, (answered.error ?? {}) as Record<string, unknown>)
}
