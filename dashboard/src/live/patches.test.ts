import { expect, test } from 'vitest'
import type { Shown } from '../api/api'
import { patched } from './patches'

const risk = (score: number, scoredAt: string) =>
  ({
    score,
    band: 'high',
    reasons: [],
    model: 'churn',
    modelVersion: 1,
    scoredAt,
    clientVersion: 1,
  }) satisfies Shown['Risk']

const row = {
  clientId: 'harbour',
  name: 'Grace Murray',
  version: 3,
  accountManager: { accountManagerId: 'ada', name: 'Ada Byron' },
  risk: risk(0.7, '2026-11-28T10:00:00Z'),
} as unknown as Shown['ShownClient']

test('a newer patch changes what it tells and nothing else', () => {
  const now = patched(row, { clientId: 'harbour', version: 4, numSites: 13, risk: risk(0.8, '2026-11-28T10:00:01Z') })
  expect(now).toMatchObject({ name: 'Grace Murray', version: 4, numSites: 13, risk: { score: 0.8 } })
})

test('what was read after a patch was made stays', () => {
  expect(patched(row, { clientId: 'harbour', version: 2, numSites: 1 })).toBe(row)
  expect(patched(row, { clientId: 'harbour', version: 3, risk: risk(0.1, '2026-11-28T09:00:00Z') })).toBe(row)
})

test('the name of the account manager stays while it is the same one', () => {
  const same = patched(row, { clientId: 'harbour', version: 4, accountManager: { accountManagerId: 'ada' } })
  expect(same.accountManager).toEqual({ accountManagerId: 'ada', name: 'Ada Byron' })
  const other = patched(row, { clientId: 'harbour', version: 4, accountManager: { accountManagerId: 'jules' } })
  expect(other.accountManager).toEqual({ accountManagerId: 'jules' })
  expect(patched(row, { clientId: 'harbour', version: 4, accountManager: null }).accountManager).toBeNull()
})
