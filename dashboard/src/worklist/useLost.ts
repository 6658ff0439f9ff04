import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { clientRead } from '../api/reads'
import { lostIds, withNewer } from './lost'
import type { Client } from './useWorkList'

/** Rows of which each is read by itself. */
const MOST = 50

/**
 * The rows, current also where one isn't found any more since everything was read again: it is in no page that patches
 * reach, so it is read and patched by itself.
 */
export function useLost(rows: readonly Client[], read: readonly Client[], on: boolean): readonly Client[] {
  const ids = useMemo(() => (on ? lostIds(rows, read, MOST) : []), [rows, read, on])
  const now = useQueries({ queries: ids.map(clientRead), combine: found })
  return useMemo(() => withNewer(rows, now), [rows, now])
}

const found = (results: readonly { data?: unknown }[]) =>
  results.flatMap(({ data }) => (data === undefined ? [] : [data as Client]))
