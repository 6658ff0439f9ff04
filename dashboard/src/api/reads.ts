import { queryOptions, useQuery } from '@tanstack/react-query'
import { body, query, type Shown } from './api'

// Reads that more than one screen shows. Keys: what the stream patches has a key of its own; what is a sum over many
// clients begins with 'sums' and is read again now and then while things happen.

export const useSummary = () =>
  useQuery({ queryKey: ['summary'], queryFn: ({ signal }) => body(query.GET('/api/summary', { signal })) })

/** All of them; there are few. */
export const useAccountManagers = () =>
  useQuery({
    queryKey: ['account-managers'],
    queryFn: async ({ signal }) => {
      const all: Shown['ShownAccountManager'][] = []
      let cursor: string | undefined
      do {
        const page = await body(
          query.GET('/api/account-managers', { params: { query: { limit: '200', cursor } as never }, signal }),
        )
        all.push(...page.items)
        cursor = page.next ?? undefined
      } while (cursor)
      return all
    },
  })

/** How one client is read; patches go into it. */
export const clientRead = (clientId: string) =>
  queryOptions({
    queryKey: ['client', clientId],
    queryFn: ({ signal }) =>
      body(query.GET('/api/clients/{clientId}', { params: { path: { clientId } } as never, signal })),
  })

export const useClient = (clientId: string) => useQuery(clientRead(clientId))
