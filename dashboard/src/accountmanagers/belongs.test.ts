import { expect, test } from 'vitest'
import { isUnassignedAtRisk } from './belongs'

const client = { status: 'active', accountManager: null, managedElsewhere: false, risk: { band: 'high' } }

test('an active client at risk whom nobody looks after belongs into the list', () => {
  expect(isUnassignedAtRisk(client)).toBe(true)
})

test('whoever is looked after, has left, is not at risk or has gone does not', () => {
  expect(isUnassignedAtRisk({ ...client, accountManager: { accountManagerId: 'ada' } })).toBe(false)
  expect(isUnassignedAtRisk({ ...client, managedElsewhere: true })).toBe(false)
  expect(isUnassignedAtRisk({ ...client, status: 'left' })).toBe(false)
  expect(isUnassignedAtRisk({ ...client, risk: { band: 'medium' } })).toBe(false)
  expect(isUnassignedAtRisk({ ...client, risk: null })).toBe(false)
  expect(isUnassignedAtRisk({ gone: true })).toBe(false)
})
