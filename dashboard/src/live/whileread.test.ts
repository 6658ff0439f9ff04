import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { Shown } from '../api/api'
import { patchAccountManagers, patchClients, patchedManager } from './patches'

const row = (version: number, numSites: number) =>
  ({ clientId: 'harbour', version, numSites, accountManager: null, risk: null }) as unknown as Shown['ShownClient']
const patch = new Map([['harbour', { clientId: 'harbour', version: 4, numSites: 13 }]])

/** A read whose answer comes when the test says so. */
function reading<T>(cache: QueryClient, queryKey: string[]) {
  let answer: (data: T) => void = () => {}
  const asked = cache.fetchQuery({ queryKey, queryFn: () => new Promise<T>(go => (answer = go)) })
  return async (data: T) => {
    answer(data)
    await asked
    await new Promise(go => setTimeout(go, 5))
  }
}

test('an older answer to a read under way does not undo a patch', async () => {
  const cache = new QueryClient()
  const listed = reading(cache, ['clients', 'all'])
  const client = reading(cache, ['client', 'harbour'])
  patchClients(cache, patch)
  await listed({ pages: [{ items: [row(3, 8)], next: null }], pageParams: [] })
  await client(row(3, 8))
  expect(cache.getQueryData(['clients', 'all'])).toMatchObject({ pages: [{ items: [{ version: 4, numSites: 13 }] }] })
  expect(cache.getQueryData(['client', 'harbour'])).toMatchObject({ version: 4, numSites: 13 })
})

test('a newer answer stays', async () => {
  const cache = new QueryClient()
  const client = reading(cache, ['client', 'harbour'])
  patchClients(cache, patch)
  await client(row(5, 20))
  expect(cache.getQueryData(['client', 'harbour'])).toMatchObject({ version: 5, numSites: 20 })
})

test('a patch does not make a list current that has to be read again', () => {
  const cache = new QueryClient()
  cache.setQueryData(['client', 'harbour'], row(3, 8), { updatedAt: 1 })
  patchClients(cache, patch)
  expect(cache.getQueryState(['client', 'harbour'])).toMatchObject({ data: { version: 4 }, dataUpdatedAt: 1 })
  void cache.invalidateQueries({ queryKey: ['client', 'harbour'] })
  patchClients(cache, new Map([['harbour', { clientId: 'harbour', version: 5 }]]))
  expect(cache.getQueryState(['client', 'harbour'])?.isInvalidated).toBe(true)
})

test('account managers go by their version too', async () => {
  const manager = { accountManagerId: 'ada', version: 2, load: 3 } as Shown['ShownAccountManager']
  expect(patchedManager(manager, { accountManagerId: 'ada', version: 1, load: 9 })).toBe(manager)
  expect(patchedManager(manager, { accountManagerId: 'ada', version: 2, load: 4 })).toMatchObject({ load: 4 })
  const cache = new QueryClient()
  const answer = reading(cache, ['account-managers'])
  patchAccountManagers(cache, new Map([['ada', { accountManagerId: 'ada', version: 2, load: 4 }]]))
  await answer([manager])
  expect(cache.getQueryData(['account-managers'])).toMatchObject([{ load: 4 }])
})
