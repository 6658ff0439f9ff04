import { expect, test } from 'vitest'
import type { ScoreBin } from '../api/risk'
import { above, bandOf, moved } from './threshold'

const bins: ScoreBin[] = Array.from({ length: 100 }, (_, n) => ({
  from: n / 100,
  to: (n + 1) / 100,
  clients: 2,
  unassigned: 1,
  value: 10,
}))

test('a threshold counts the bin that begins with it and all above', () => {
  expect(above(bins, 60)).toEqual({ clients: 80, unassigned: 40, value: 400 })
  expect(above(bins, 0).clients).toBe(200)
  expect(above(bins, 100).clients).toBe(0)
})

test('no point is lost to the way that a machine keeps fractions', () => {
  for (let points = 0; points <= 100; points++) expect(above(bins, points).clients).toBe((100 - points) * 2)
})

test('keys move a threshold and keep it on the scale', () => {
  expect(moved(60, 'ArrowLeft')).toBe(59)
  expect(moved(95, 'PageUp')).toBe(100)
  expect(moved(0, 'ArrowDown')).toBe(0)
  expect(moved(60, 'Tab')).toBeNull()
})

test('a bin is in the band in which it begins', () => {
  const bands = { medium: 0.3, high: 0.6 }
  expect(bins.map(bin => bandOf(bin, bands)).filter(band => band === 'medium').length).toBe(30)
  expect(bandOf(bins[60] as ScoreBin, bands)).toBe('high')
})
