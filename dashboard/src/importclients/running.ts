import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { body, command } from '../api/api'
import type { components } from '../generated/command'

export type Progress = components['schemas']['ImportProgress']

const KEPT = 'vigie.import'
const OFTEN = 500
const listeners = new Set<() => void>()

/** Which import this tab follows, also after it was loaded again; null for none. */
export function followImport(importId: string | null) {
  if (importId) sessionStorage.setItem(KEPT, importId)
  else sessionStorage.removeItem(KEPT)
  for (const listener of listeners) listener()
}

export const isOver = (progress: Progress) => progress.finishedAt !== null

/** How far the import is that this tab follows. */
export function useRunningImport() {
  const importId = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => sessionStorage.getItem(KEPT),
  )
  const cache = useQueryClient()
  const told = useQuery({
    queryKey: ['import', importId],
    enabled: importId !== null,
    queryFn: ({ signal }) =>
      body(
        command.GET('/api/imports/{importId}', {
          params: { path: { importId: importId ?? '' }, query: { limit: '50' } } as never,
          signal,
        }),
      ) as Promise<Progress>,
    refetchInterval: asked => (asked.state.data && isOver(asked.state.data) ? false : OFTEN),
  })
  const over = told.data !== undefined && isOver(told.data)
  // New clients are on no list that was read before.
  useEffect(() => {
    if (over) void cache.invalidateQueries({ queryKey: ['sums'] })
  }, [over, cache])
  return { importId, progress: told.data, failure: told.error }
}

/** Sends a file; sent again under the same key it is taken once. */
export async function sendFile(file: File, key: string): Promise<string> {
  const accepted = await body(
    command.POST('/api/imports/clients', {
      body: file as never,
      bodySerializer: (sent: unknown) => sent as BodyInit,
      headers: { 'Content-Type': 'text/csv', 'Idempotency-Key': key },
    } as never),
  )
  return (accepted as { importId: string }).importId
}
