import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Shown } from '../api/api'
import { assignAccountManager, unassignAccountManager } from '../api/clientcommands'
import { keyKeeper, newKey } from '../api/submission'
import { patchClients } from '../live/patches'
import { useDone } from '../parts/done'
import { useFailureText } from '../parts/Faults'
import { managerName } from '../parts/ManagerSelect'
import { useWords } from '../words/language'
import { texts } from './words'

/** How far a row is: on its way, or not done and why. What is done shows in the client itself. */
export type Way = { at: 'sending' } | { at: 'failed'; why: string }

/** Assigns clients one by one; each row knows how far it is. */
export function useAssigning() {
  const w = useWords(texts)
  const textOf = useFailureText()
  const cache = useQueryClient()
  const tellDone = useDone()
  const keepers = useRef(new Map<string, ReturnType<typeof keyKeeper>>())
  const running = useRef(new Set<string>())
  const [ways, setWays] = useState<ReadonlyMap<string, Way>>(new Map())

  const put = (clientId: string, way: Way | null) =>
    setWays(before => {
      const after = new Map(before)
      if (way) after.set(clientId, way)
      else after.delete(clientId)
      return after
    })

  const assign = async (client: Shown['ShownClient'], manager: Shown['ShownAccountManager']) => {
    const { clientId } = client
    if (running.current.has(clientId)) return
    running.current.add(clientId)
    const keeper = keepers.current.get(clientId) ?? keyKeeper()
    keepers.current.set(clientId, keeper)
    put(clientId, { at: 'sending' })
    try {
      const wish = { accountManagerId: manager.accountManagerId }
      const done = await assignAccountManager(clientId, wish, { key: keeper.keyFor(wish) })
      keeper.answered()
      // The row says so at once: that it was done is known, only its place in the views isn't.
      const { accountManagerId, name } = manager
      patchClients(
        cache,
        new Map([[clientId, { clientId, version: done.version, accountManager: { accountManagerId, name } }]]),
      )
      put(clientId, null)
      tellDone(done, w.told(client.name ?? clientId, managerName(manager)), async () => {
        const back = await unassignAccountManager(clientId, { key: newKey(), version: done.version })
        patchClients(cache, new Map([[clientId, { clientId, version: back.version, accountManager: null }]]))
        return back
      })
    } catch (failure) {
      keeper.failed(failure)
      put(clientId, { at: 'failed', why: textOf(failure) })
    } finally {
      running.current.delete(clientId)
    }
  }
  return { ways, assign }
}
