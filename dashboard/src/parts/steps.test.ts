import { expect, test } from 'vitest'
import { endFor, stepsOf } from './steps'

const reason = (feature: string, contribution: number) => ({ feature, value: 12, contribution, text: feature })

test('each step begins where the one before ended, and they lead to the score', () => {
  const steps = stepsOf({
    baseValue: 0.16,
    reasons: [reason('Num_Sites', 0.4), reason('Age', -0.05)],
    other: 0.02,
    score: 0.53,
  })
  expect(steps.map(step => step.kind)).toEqual(['base', 'reason', 'reason', 'other', 'total'])
  const before = steps.slice(0, -1)
  for (const [index, step] of before.slice(1).entries()) expect(step.from).toBeCloseTo(before[index]?.to ?? -1, 12)
  expect(before.at(-1)?.to).toBeCloseTo(0.53, 12)
  expect(steps.at(-1)).toMatchObject({ from: 0, to: 0.53 })
})

test('nothing other is no step', () => {
  const steps = stepsOf({ baseValue: 0.2, reasons: [reason('Age', 0.1)], other: 1e-17, score: 0.3 })
  expect(steps.map(step => step.kind)).toEqual(['base', 'reason', 'total'])
})

test('the scale ends beyond the highest point on the way, not only beyond the score', () => {
  const falling = stepsOf({
    baseValue: 0.2,
    reasons: [reason('Age', 0.2), reason('Years', -0.35)],
    other: 0,
    score: 0.05,
  })
  expect(endFor(falling)).toBe(0.5)
  expect(endFor(stepsOf({ baseValue: 0.05, reasons: [], other: 0, score: 0.05 }))).toBe(0.1)
})
