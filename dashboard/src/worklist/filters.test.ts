import { expect, test } from 'vitest'
import type { Shown } from '../api/api'
import { asked, belongs, fromAddress, isFiltered, toAddress } from './filters'

const of = (search: string, maySearch = true) => fromAddress(new URLSearchParams(search), maySearch)

test('an address and its filters are the same thing', () => {
  for (const search of ['', 'band=high&unassigned=true', 'state=TX&status=left', 'minScore=0.6&q=grace+murray']) {
    expect([...new URLSearchParams(toAddress(of(search)))].sort()).toEqual([...new URLSearchParams(search)].sort())
  }
})

test('what makes no sense in an address is left out', () => {
  expect(of('band=huge&unassigned=maybe&state=Texas&minScore=7&accountManagerId=a b&status=gone')).toEqual({
    status: 'active',
  })
})

test('whoever is told no names does not ask by name', () => {
  expect(of('q=grace', false).q).toBeUndefined()
})

test('all clients are asked for without a status', () => {
  expect(asked(of('status=all')).status).toBeUndefined()
  expect(asked(of('')).status).toBe('active')
  expect(isFiltered(of(''))).toBe(false)
})

const client = {
  status: 'active',
  state: 'TX',
  accountManager: null,
  managedElsewhere: false,
  risk: { score: 0.7, band: 'high' },
} as unknown as Shown['ShownClient']

test('a client belongs while every filter holds', () => {
  expect(belongs(client, of('band=high&unassigned=true&state=TX&minScore=0.7'))).toBe(true)
  expect(belongs({ ...client, accountManager: { accountManagerId: 'ada', name: null } }, of('unassigned=true'))).toBe(
    false,
  )
  expect(belongs({ ...client, managedElsewhere: true }, of('unassigned=true'))).toBe(false)
  expect(belongs({ ...client, risk: null }, of('minScore=0.1'))).toBe(false)
  expect(belongs({ ...client, status: 'left' }, of(''))).toBe(false)
})
