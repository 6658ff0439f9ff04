import { expect, test, vi } from 'vitest'
import type { Prediction } from './prediction'

vi.mock('../api/api', () => ({}))

const score = { scoreId: 'one' } as unknown as Prediction['score']

test('how long the first score took stays when it is read again', async () => {
  const { asFirstSeen } = await import('./prediction')
  expect(asFirstSeen({ score, afterMillis: 800 }, { score, afterMillis: 90_000 }).afterMillis).toBe(800)
  expect(asFirstSeen({ score: null, afterMillis: 800 }, { score, afterMillis: 90_000 }).afterMillis).toBe(90_000)
  expect(asFirstSeen(undefined, { score, afterMillis: 700 }).afterMillis).toBe(700)
})
