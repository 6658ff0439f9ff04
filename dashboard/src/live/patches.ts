import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import type { Shown } from '../api/api'
import { onceRead } from './whileread'

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
  return Boolean(told && risk && Date.parse(told.scoredAt) < Date.parse(risk.scoredAt))
}

type Lists = InfiniteData<Page<Shown['ShownClient']>>

function patchedLists(lists: Lists | undefined, patches: ReadonlyMap<string, ClientPatch>): Lists | undefined {
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
}

/** Changes what was read, but neither when that was nor that it has to be read again. */
function change<T>(cache: QueryClient, query: Query, changed: (data: T | undefined) => T | undefined) {
  const { data, dataUpdatedAt, isInvalidated, fetchStatus } = query.state
  // It is read again before it is shown anyhow.
  if (isInvalidated && fetchStatus === 'idle' && !query.isActive()) return
  const now = changed(data as T | undefined)
  if (now !== undefined && now !== data) cache.setQueryData<T>(query.queryKey, now, { updatedAt: dataUpdatedAt })
}

/** Puts patches of clients into every list and page that shows one of them; no row moves, comes or goes. */
export function patchClients(cache: QueryClient, patches: ReadonlyMap<string, ClientPatch>) {
  const intoList = (list: Query, all: ReadonlyMap<string, ClientPatch>) =>
    change<Lists>(cache, list, lists => patchedLists(lists, all))
  for (const list of cache.getQueryCache().findAll({ queryKey: ['clients'] })) intoList(list, patches)
  onceRead(cache, ['clients'], patches, intoList)
  for (const [clientId, patch] of patches) intoClient(cache, clientId, patch)
}

function intoClient(cache: QueryClient, clientId: string, patch: ClientPatch) {
  const queryKey = ['client', clientId]
  const client = cache.getQueryCache().find<Shown['ShownClient']>({ queryKey, exact: true })
  if (!client) return
  onceRead(cache, queryKey, new Map([[clientId, patch]]), (_, latest) => {
    for (const [id, late] of latest) intoClient(cache, id, late)
  })
  const reading = client.state.fetchStatus !== 'idle'
  // What could not be read is there now, or what was there is not: a patch isn't all of a client.
  if (patch.gone || client.state.data === undefined) {
    if (!reading) void cache.invalidateQueries({ queryKey, exact: true })
  } else change<Shown['ShownClient']>(cache, client as unknown as Query, row => row && patched(row, patch))
}

type Manager = Shown['ShownAccountManager']

/** One with what is newer; what changes without a version of its own (load, risk) comes in the order of the stream. */
export const patchedManager = (manager: Manager, patch: Record<string, unknown> | undefined): Manager =>
  patch && !(typeof patch.version === 'number' && patch.version < manager.version) ? { ...manager, ...patch } : manager

/** The same for account managers. */
export function patchAccountManagers(cache: QueryClient, patches: ReadonlyMap<string, Record<string, unknown>>) {
  const queryKey = ['account-managers']
  onceRead(cache, queryKey, patches, (_, latest) => patchAccountManagers(cache, latest))
  const managers = cache.getQueryCache().find({ queryKey, exact: true })
  if (!managers) return
  const all = managers.state.data as Manager[] | undefined
  const unknown = !all || [...patches.keys()].some(id => !all.some(one => one.accountManagerId === id))
  if (unknown && managers.state.fetchStatus === 'idle') {
    void cache.invalidateQueries({ queryKey, exact: true })
  }
  change<Manager[]>(cache, managers, known => known?.map(one => patchedManager(one, patches.get(one.accountManagerId))))
}

/** What is told of the whole portfolio takes the place of what was told before. */
export function patchSummary(cache: QueryClient, summary: Record<string, unknown>) {
  cache.setQueryData(['summary'], summary)
  onceRead(cache, ['summary'], new Map([['', summary]]), (_, latest) => cache.setQueryData(['summary'], latest.get('')))
}
