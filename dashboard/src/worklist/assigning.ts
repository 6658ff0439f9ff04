import { body, command } from '../api/api'
import { patiently } from '../api/patiently'
import { newKey } from '../api/submission'
import type { Client } from './useWorkList'

/** Whose a client was before and how it is now, so that it can be undone. */
export interface Assigned {
  client: Client
  /** The client's version with the assignment. */
  version: number
}

export interface NotAssigned {
  client: Client
  failure: unknown
}

/** So many commands are on their way at a time. */
const AT_ONCE = 4
const LONGEST = 6_000

/**
 * Gives clients an account manager, each with a command of its own: one that is refused doesn't keep the others from it.
 *
 * @param done hears after each how many are
 */
export async function assignAll(
  clients: readonly Client[],
  accountManagerId: string,
  reason: string,
  done: (count: number) => void,
) {
  const assigned: Assigned[] = []
  const failed: NotAssigned[] = []
  await each(clients, async client => {
    try {
      const answer = await sent(key =>
        command.PUT('/api/clients/{clientId}/account-manager', {
          params: { path: { clientId: client.clientId }, header: { 'Idempotency-Key': key } },
          body: { accountManagerId, reason: reason.trim() || undefined },
        } as never),
      )
      assigned.push({ client, version: answer.version })
    } catch (failure) {
      failed.push({ client, failure })
    }
    done(assigned.length + failed.length)
  })
  return { assigned, failed }
}

/** Gives each back to whom it had; one that somebody has changed since stays as it is. */
export async function takeBack(all: readonly Assigned[]) {
  const back: Assigned[] = []
  await each(all, async ({ client, version }) => {
    const former = client.accountManager?.accountManagerId
    const path = { clientId: client.clientId }
    try {
      const answer = await sent(key => {
        const header = { 'Idempotency-Key': key, 'If-Match': `"${version}"` }
        return former
          ? command.PUT('/api/clients/{clientId}/account-manager', {
              params: { path, header },
              body: { accountManagerId: former },
            } as never)
          : command.DELETE('/api/clients/{clientId}/account-manager', { params: { path, header } } as never)
      })
      back.push({ client, version: answer.version })
    } catch {
      // Told by the number of those that are back.
    }
  })
  return back
}

async function each<T>(all: readonly T[], act: (one: T) => Promise<void>) {
  const waiting = [...all]
  const hand = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await act(one)
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, all.length) }, hand))
}

type Commanded = Parameters<typeof body<{ version: number }>>[0]

/** Asks again with the same key: so nothing happens twice. */
function sent(send: (key: string) => Commanded) {
  const key = newKey()
  return patiently(() => body(send(key)), LONGEST)
}
