import { expect, test, vi } from 'vitest'
import { actionTexts } from './actionWords'
import { chartTexts } from './chartWords'
import { comparisonTexts, driftTexts, qualityTexts } from './judgeWords'

// The language is chosen by what a browser knows.
vi.hoisted(() => {
  vi.stubGlobal('localStorage', { getItem: () => null })
  vi.stubGlobal('navigator', { languages: ['en'] })
})

const count = (n: number) => ({ n, shown: String(n) })

test('sentences of models agree with one, and with many', () => {
  const { en, fr } = actionTexts
  expect(en.bandChanges(count(1), count(1))).toBe('1 of 1 client would change band')
  expect(en.bandChanges(count(1), count(2))).toBe('1 of 2 clients would change band')
  expect(fr.bandChanges(count(1), count(2))).toBe('1 client sur 2 changerait de niveau')
  expect(fr.bandChanges(count(2), count(2))).toBe('2 clients sur 2 changeraient de niveau')
  expect(chartTexts.en.calibrationSummary(count(1), count(10))).toMatch(/^1 of 10 groups holds .* its interval/)
  expect(chartTexts.fr.calibrationSummary(count(1), count(10))).toMatch(/^1 groupe sur 10 tient /)
  expect(driftTexts.en.days(count(1))).toBe('1 day')
  expect(driftTexts.fr.days(count(30))).toBe('30 jours')
  expect(qualityTexts.en.summary(count(1), count(1), count(365))).toMatch(/^1 score is 365 days .* 1 of them was /)
})

test('none is many in English and not in French', () => {
  expect(comparisonTexts.en.outcomesSummary(count(0))).toBe('0 clients left after both had scored them.')
  expect(comparisonTexts.fr.outcomesSummary(count(0))).toBe('0 client est parti après avoir été évalué par les deux.')
})
