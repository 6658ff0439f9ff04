import { expect, test } from 'vitest'
import { placeOf, searchOf } from './place'

test('an address comes back as it was written', () => {
  const place = { name: 'churn', version: 2, view: 'drift' as const }
  expect(placeOf(searchOf(place))).toEqual(place)
})

test('what makes no sense is as if it were not there', () => {
  expect(placeOf(new URLSearchParams('version=-1&view=passwords'))).toEqual({ name: null, version: null, view: 'card' })
  expect(placeOf(new URLSearchParams('version=1e400'))).toMatchObject({ version: null })
})
