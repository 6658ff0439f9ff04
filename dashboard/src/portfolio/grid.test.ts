import { expect, test } from 'vitest'
import type { SitesAndYears } from '../api/risk'
import { gridOf, highest, shadeOf, sitesRange, yearsRange } from './grid'

const cell = (sites: number, years: number, clients: number, averageScore: number | null): SitesAndYears => ({
  sites: { from: sites, to: sites },
  years: { from: years, to: years + 1 },
  clients,
  atRisk: 0,
  averageScore,
})

test('ranges are in order, each once, and cells are where they belong', () => {
  const grid = gridOf([cell(10, 6, 3, 0.4), cell(4, 6, 1, null), cell(10, 2, 2, 0.1)])
  expect(grid.sites.map(sites => sites.from)).toEqual([4, 10])
  expect(grid.years.map(years => years.from)).toEqual([2, 6])
  expect(grid.at({ from: 10 }, { from: 6 })?.clients).toBe(3)
  expect(grid.at({ from: 4 }, { from: 2 })).toBeUndefined()
})

test('the highest average is not that of a few', () => {
  expect(highest([cell(14, 9, 4, 0.99), cell(12, 6, 5, 0.7), cell(11, 6, 50, 0.6)])?.sites.from).toBe(12)
  expect(highest([cell(14, 9, 4, 0.99)])).toBeNull()
})

test('shades cover the scale', () => {
  expect([0, 0.16, 0.17, 0.5, 0.99, 1].map(shadeOf)).toEqual([0, 0, 1, 3, 5, 5])
})

test('ranges read as people write them', () => {
  expect(sitesRange({ from: 0, to: 3 })).toBe('≤3')
  expect(sitesRange({ from: 7, to: 7 })).toBe('7')
  expect(sitesRange({ from: 15, to: null })).toBe('15+')
  expect(yearsRange({ from: 6, to: 7 })).toBe('6')
  expect(yearsRange({ from: 15, to: null })).toBe('15+')
})
