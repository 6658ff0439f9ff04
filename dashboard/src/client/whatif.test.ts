import { expect, test } from 'vitest'
import type { Shown } from '../api/api'
import { changesOf, compared, rangeOf } from './whatif'

const client = { numSites: 12, years: 6.67, totalPurchase: 9800.5, age: 44 }

test('only what differs from what is, is asked', () => {
  expect(changesOf(client, { numSites: 12, age: 50 })).toEqual({ age: 50 })
  expect(changesOf(client, { years: 6.67 })).toEqual({})
  expect(changesOf(client, { numSites: 0 })).toEqual({ numSites: 0 })
})

test('a slider reaches beyond the usual for a client that is there', () => {
  expect(rangeOf('numSites', 12)).toEqual({ min: 0, max: 20, step: 1 })
  expect(rangeOf('numSites', 40)).toEqual({ min: 0, max: 60, step: 1 })
  expect(rangeOf('age', 12).min).toBe(12)
  expect(rangeOf('totalPurchase', 30_001).max).toBe(45_100)
})

test('the reason that differs most comes first, also when only one answer has it', () => {
  const estimate = (...reasons: [string, number][]) =>
    ({
      reasons: reasons.map(([feature, contribution]) => ({ feature, contribution, value: 1, text: '' })),
    }) as unknown as Shown['Estimate']
  const rows = compared(estimate(['Num_Sites', 0.4], ['Age', 0.01]), estimate(['Num_Sites', 0.1], ['Years', 0.05]))
  expect(rows.map(row => row.feature)).toEqual(['Num_Sites', 'Years', 'Age'])
  expect(rows[2]?.is).toBeNull()
})
