import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react'
import { learnNextSession, useMe } from '../api/me'
import { endSession, onSignedIn } from '../api/session'
import { useLanguage } from '../words/language'
import { type ClientPatch, patchAccountManagers, patchClients, patchSummary } from './patches'
import { readAgain } from './readagain'
import { sparingly } from './sparing'
import { follow, type Standing } from './stream'

let standing: Standing = { state: 'connecting' }
const standingListeners = new Set<() => void>()
const patchListeners = new Map<string, Set<(patch: Record<string, unknown>) => void>>()

function stand(next: Standing) {
  standing = next
  for (const listener of standingListeners) listener()
}

/** How current the pages are. */
export function useStanding(): Standing {
  return useSyncExternalStore(
    listener => {
      standingListeners.add(listener)
      return () => standingListeners.delete(listener)
    },
    () => standing,
  )
}

/** Hears each patch of a topic while the part that asks is shown. */
export function useLive(topic: string, hear: (patch: Record<string, unknown>) => void) {
  useEffect(() => {
    const all = patchListeners.get(topic) ?? new Set()
    patchListeners.set(topic, all)
    all.add(hear)
    return () => {
      all.delete(hear)
    }
  }, [topic, hear])
}

/** Sums over all clients are read again at most this often. */
const SUMS_EVERY = 3_000
/** Patches of one instant are put in place together. */
const TOGETHER = 16

/** Whoever signed in may have done so in another page, and be somebody else. */
const askWhoItIs = () => void learnNextSession().catch(() => {})

/** Keeps what is shown current. */
export function Live({ children }: { children: ReactNode }) {
  const me = useMe()
  const { language } = useLanguage()
  const cache = useQueryClient()
  useEffect(() => onSignedIn(askWhoItIs), [])
  const readFor = useRef({ me, language })
  useEffect(() => {
    if (readFor.current.me === me && readFor.current.language === language) return
    readFor.current = { me, language }
    // The service puts reasons into words; and what was refused since a session ended isn't refused in the next one.
    readAgain(cache)
  }, [me, language, cache])
  useEffect(() => {
    const clients = new Map<string, ClientPatch>()
    const managers = new Map<string, Record<string, unknown>>()
    let soon: ReturnType<typeof setTimeout> | undefined
    let sums: ReturnType<typeof setTimeout> | undefined

    const putInPlace = () => {
      soon = undefined
      if (clients.size > 0) patchClients(cache, clients)
      if (managers.size > 0) patchAccountManagers(cache, managers)
      clients.clear()
      managers.clear()
    }

    const anew = sparingly(() => readAgain(cache))

    const stop = follow(me, language, {
      standing: stand,
      ended: endSession,
      returned: askWhoItIs,
      begun: () => readAgain(cache),
      reset: anew.ask,
      patch: (topic, patch) => {
        if (topic === 'clients') clients.set(String(patch.clientId), patch as ClientPatch)
        else if (topic === 'account-managers') managers.set(String(patch.accountManagerId), patch)
        else if (topic === 'summary') {
          patchSummary(cache, patch)
          sums ??= setTimeout(() => {
            sums = undefined
            void cache.invalidateQueries({ queryKey: ['sums'] })
          }, SUMS_EVERY)
        } else if (topic === 'models') void cache.invalidateQueries({ queryKey: ['models'] })
        else if (topic === 'dead-letters') void cache.invalidateQueries({ queryKey: ['dead-letters'] })
        soon ??= setTimeout(putInPlace, TOGETHER)
        for (const listener of patchListeners.get(topic) ?? []) listener(patch)
      },
    })
    return () => {
      stop()
      anew.stop()
      clearTimeout(soon)
      clearTimeout(sums)
    }
  }, [me, language, cache])
  return children
}
