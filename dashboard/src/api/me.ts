import { useSyncExternalStore } from 'react'
import { hasEnded, resumeSession, tellSignedIn } from './session'

export type Role = 'account-manager' | 'agency-manager' | 'data-scientist' | 'auditor' | 'operator' | 'administrator'

/** Who is signed in. */
export interface Me {
  accountId: string
  roles: Role[]
  accountManagerId: string | null
  csrfToken: string | null
  ownPassword: boolean
}

let me: Me | null = null
const listeners = new Set<() => void>()

/** What a browser's request that changes something has to say beside its cookie. */
export const csrfToken = () => me?.csrfToken ?? null

/** Asks who is signed in; throws when nobody answers. */
export async function learnMe(): Promise<Me> {
  const answer = await fetch('/api/me')
  if (answer.status === 401) {
    location.reload()
  }
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
  const known = (await answer.json()) as Me
  tell(known)
  tellSignedIn()
  return known
}

/**
 * Asks again where another session may have begun, or somebody may have other roles. What is shown and written stays; where
 * there is nothing new, it is only told again after an end, as all that was refused is to be asked for once more.
 */
export async function learnNextSession(): Promise<void> {
  const answer = await fetch('/api/me')
  if (!answer.ok) return
  const next = (await answer.json()) as Me
  if (me && next.accountId !== me.accountId) {
    // What one person was shown and wrote isn't for the next one, nor is it sent under their name.
    location.reload()
    return new Promise(() => {})
  }
  if (hasEnded() || JSON.stringify(next) !== JSON.stringify(me)) tell(next)
  resumeSession()
}

function tell(known: Me) {
  me = known
  for (const listener of listeners) listener()
}

export function useMe(): Me {
  const known = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => me,
  )
  if (!known) throw new Error('nothing is drawn before it is known for whom')
  return known
}

/** Whether somebody has one of these roles. */
export const mayAct = (who: Me, ...roles: Role[]) => who.roles.some(role => roles.includes(role))
