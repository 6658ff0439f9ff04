import { expect, test, vi } from 'vitest'

vi.mock('../format/format', () => ({ useFormats: () => ({}) }))
vi.mock('../words/language', () => ({ useWords: () => ({}), words: (both: unknown) => both }))
const { outline } = await import('./Sparkline')

const points = (...scores: (number | null)[]) => scores.map(score => ({ at: '2026-11-29T10:00:00Z', score }))

test('a line goes from the left to the right between 0 and 100', () => {
  expect(outline(points(0, 1))).toBe('M2,20L86,2')
})

test('a score that is missing leaves a gap', () => {
  expect(outline(points(0.5, null, 0.5, 0.5))).toBe('M2,11M58,11L86,11')
})

test('one score is a point at the end', () => {
  expect(outline(points(1))).toBe('M86,2')
})
