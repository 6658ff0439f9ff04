import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Shown } from '../api/api'

/** What the stream says of a client: what is shown of it, but for who it is. */
export interface ClientPatch {
  clientId: string
  gone?: boolean
  version?: number
  accountManager?: { accountManagerId: string } | null
  risk?: Shown['Risk'] | null
  [field: string]: unknown
}

interface Page<T> {
  items: T[]
  next: string | null
}

/** A row with what is newer; the very row when the patch is older. What a patch doesn't tell stays. */
export function patched(row: Shown['ShownClient'], patch: ClientPatch): Shown['ShownClient'] {
  if (patch.version !== undefined && patch.version < row.version) return row
  if (isOlder(patch.risk, row.risk)) return row
  const { gone: _, ...told } = patch
  const accountManager =
    told.accountManager && row.accountManager?.accountManagerId === told.accountManager.accountManagerId
      ? row.accountManager
      : told.accountManager === undefined
        ? row.accountManager
        : told.accountManager
  return { ...row, ...told, accountManager } as Shown['ShownClient']
}

function isOlder(told: Shown['Risk'] | null | undefined, shown: Shown['ShownClient']['risk']): boolean {
  const risk = shown as Shown['Risk'] | null
  return Boolean(told && risk && told.scoredAt < risk.scoredAt)
}

/** Puts patches of clients into every list and page that shows one of them; no row moves, comes or goes. */
export function patchClients(cache: QueryClient, patches: Map<string, ClientPatch>) {
  cache.setQueriesData<InfiniteData<Page<Shown['ShownClient']>>>({ queryKey: ['clients'] }, lists => {
    if (!lists?.pages.some(page => page.items.some(row => patches.has(row.clientId)))) return lists
    return {
      ...lists,
      pages: lists.pages.map(page =>
        // A page without one of them stays the very page: of a long list nearly all are.
        page.items.some(row => patches.has(row.clientId))
          ? {
              ...page,
              items: page.items.map(row => {
                const patch = patches.get(row.clientId)
                return patch && !patch.gone ? patched(row, patch) : row
              }),
            }
          : page,
      ),
    }
  })
  for (const [clientId, patch] of patches) {
    cache.setQueryData<Shown['ShownClient']>(['client', clientId], row =>
      row && !patch.gone ? patched(row, patch) : row,
    )
    if (patch.gone) void cache.invalidateQueries({ queryKey: ['client', clientId] })
  }
}

/** The same for account managers. */
export function patchAccountManagers(cache: QueryClient, patches: Map<string, Record<string, unknown>>) {
  let unknown = false
  cache.setQueryData<Shown['ShownAccountManager'][]>(['account-managers'], all => {
    if (!all) return all
    unknown = [...patches.keys()].some(id => !all.some(one => one.accountManagerId === id))
    return all.map(one => ({ ...one, ...patches.get(one.accountManagerId) }))
  })
  if (unknown) void cache.invalidateQueries({ queryKey: ['account-managers'] })
}
