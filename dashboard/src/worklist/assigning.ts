import { body, command, Problem, Unreachable } from '../api/api'
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
const PAUSES = [500, 1_500, 4_000]

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
      const answer = await patiently(key =>
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
      const answer = await patiently(key => {
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

/** Asks again with the same key while nobody answers or it is too much at once: so nothing happens twice. */
async function patiently(send: (key: string) => Commanded) {
  const key = newKey()
  for (let attempt = 0; ; attempt++) {
    try {
      return await body(send(key))
    } catch (failure) {
      const pause = PAUSES[attempt]
      const passing =
        failure instanceof Unreachable || (failure instanceof Problem && [429, 503].includes(failure.status))
      if (!passing || pause === undefined) throw failure
      await new Promise(wait => setTimeout(wait, pause))
    }
  }
}
