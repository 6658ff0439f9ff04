import type { Me, Role } from '../api/me'
import type { Language } from '../words/language'

/** What can be followed, and by whom; the service decides, this only spares it questions. */
const TOPICS: Record<string, Role[]> = {
  clients: ['account-manager', 'agency-manager', 'data-scientist', 'auditor'],
  summary: ['account-manager', 'agency-manager', 'data-scientist', 'auditor'],
  'account-managers': ['account-manager', 'agency-manager', 'data-scientist', 'auditor'],
  events: ['account-manager', 'agency-manager', 'data-scientist', 'auditor'],
  models: ['agency-manager', 'data-scientist', 'auditor', 'operator'],
  'dead-letters': ['auditor', 'operator'],
}

export type Topic = keyof typeof TOPICS

/** How current what is shown is. */
export type Standing =
  | { state: 'connecting' }
  | { state: 'live'; behindMillis: number }
  | { state: 'lost'; since: number }
  | { state: 'none' }

export interface Listener {
  patch: (topic: string, patch: Record<string, unknown>) => void
  /** From now on everything is heard; what was read before may miss what happened since. */
  begun: () => void
  /** Something may have been missed: everything that is shown has to be read again. */
  reset: () => void
  standing: (standing: Standing) => void
  /** Nobody is signed in any more; nothing is heard from now on. */
  ended: () => void
  /** After a break it is heard again, or it is refused while somebody is signed in: by a session that may be another one. */
  returned: () => void
}

export const topicsOf = (me: Me): string[] =>
  Object.keys(TOPICS).filter(topic => TOPICS[topic]?.some(role => me.roles.includes(role)))

const LONGEST_PAUSE = 15_000
/** Three heartbeats without a word: a connection that only looks open. */
const SILENCE = 20_000
const ANSWER_WITHIN = 10_000

/** Follows the one stream of this tab until it is told to stop; comes back by itself, and where it left off. */
export function follow(me: Me, language: Language, listener: Listener): () => void {
  const topics = topicsOf(me)
  if (topics.length === 0) {
    listener.standing({ state: 'none' })
    return () => {}
  }
  let source: EventSource | null = null
  let stopped = false
  let pause = 500
  let timer: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let lostSince: number | null = null
  let begun = false

  const heard = () => {
    clearTimeout(silence)
    silence = setTimeout(() => {
      source?.close()
      again()
    }, SILENCE)
  }

  const lose = () => {
    lostSince ??= Date.now()
    listener.standing({ state: 'lost', since: lostSince })
  }

  const again = () => {
    if (stopped) return
    clearTimeout(silence)
    clearTimeout(timer)
    lose()
    timer = setTimeout(open, pause * (0.75 + Math.random() / 2))
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }

  const end = () => {
    if (stopped) return
    lose()
    listener.ended()
  }

  const refused = (whoItIs: Response) => {
    if (stopped) return
    if (whoItIs.status === 401) {
      end()
      return
    }
    if (whoItIs.ok) listener.returned()
    again()
  }

  const open = () => {
    if (stopped) return
    if (!begun) listener.standing({ state: 'connecting' })
    const opened = new EventSource(`/api/stream?topics=${topics.join(',')}&language=${language}`)
    source = opened
    let greeted = false
    // It may be accepted and say nothing at all.
    heard()
    opened.addEventListener('hello', () => {
      // A new connection of ours knows nothing of the one before. The browser's own retries do: they say where they left
      // off, and the service says "reset" where it can't go on from there.
      if (!begun) listener.begun()
      else if (!greeted) listener.reset()
      if (begun && lostSince !== null) listener.returned()
      greeted = true
      begun = true
      lostSince = null
      pause = 500
      listener.standing({ state: 'live', behindMillis: 0 })
      heard()
    })
    opened.addEventListener('standing', event => {
      heard()
      const { behindMillis } = JSON.parse(event.data) as { behindMillis: number }
      listener.standing({ state: 'live', behindMillis })
    })
    opened.addEventListener('reset', () => {
      heard()
      listener.reset()
    })
    for (const topic of topics) {
      opened.addEventListener(topic, event => {
        heard()
        listener.patch(topic, JSON.parse(event.data))
      })
    }
    opened.onerror = () => {
      if (stopped || opened !== source) return
      // CLOSED: refused, and the browser won't try again by itself. Else it does, with the last id that it saw.
      if (opened.readyState === EventSource.CLOSED) {
        clearTimeout(silence)
        void fetch('/api/me', { signal: AbortSignal.timeout(ANSWER_WITHIN) }).then(refused, again)
      } else {
        lose()
        // As long as it tries.
        heard()
      }
    }
  }

  open()
  return () => {
    stopped = true
    clearTimeout(timer)
    clearTimeout(silence)
    source?.close()
  }
}
