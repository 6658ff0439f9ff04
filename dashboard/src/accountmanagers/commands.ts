import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { body, command, query } from '../api/api'
import { patiently } from '../api/patiently'

/** What was done with an account manager, and what a read has to cover to know of it. */
export interface ManagerDone {
  accountManagerId: string
  version: number
  consistencyToken: string
}

export const registerManager = (
  manager: { name: string; capacity: number; accountManagerId?: string },
  key: string,
): Promise<ManagerDone> =>
  body(command.POST('/api/account-managers', { params: { header: { 'Idempotency-Key': key } }, body: manager }))

export const changeCapacity = (
  accountManagerId: string,
  capacity: number,
  key: string,
  version?: number,
): Promise<ManagerDone> =>
  body(
    command.PUT('/api/account-managers/{accountManagerId}/capacity', {
      params: {
        path: { accountManagerId },
        header: { 'Idempotency-Key': key, ...(version === undefined ? {} : { 'If-Match': `"${version}"` }) },
      },
      body: { capacity },
    }),
  )

export const retireManager = (accountManagerId: string, key: string): Promise<ManagerDone> =>
  body(
    command.POST('/api/account-managers/{accountManagerId}/retirement', {
      params: { path: { accountManagerId }, header: { 'Idempotency-Key': key } },
    }),
  )

const WITHIN = 15_000

/** Reads the account managers again once they can tell of what was done. */
export function useManagersAfterwards(): (done: ManagerDone) => void {
  const cache = useQueryClient()
  return useCallback(
    ({ accountManagerId, consistencyToken }) => {
      const covered = patiently(
        () =>
          body(
            query.GET('/api/account-managers/{accountManagerId}', {
              params: { path: { accountManagerId }, query: { consistencyToken } },
            }),
          ),
        WITHIN,
      )
      void covered.catch(() => {}).then(() => cache.invalidateQueries({ queryKey: ['account-managers'] }))
    },
    [cache],
  )
}
