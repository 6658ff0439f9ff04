import { expect, test } from 'vitest'
import { classEnds, classOf, nextTo, stepFor } from './classes'

test('the largest number is in the last class and nothing in none', () => {
  const step = stepFor(1, 12)
  expect(step).toBe(3)
  expect(classOf(12, step)).toBe(4)
  expect(classOf(0, step)).toBe(0)
  expect(classOf(99, step)).toBe(5)
})

test('each number is in the class whose ends are around it', () => {
  const step = 3
  for (const [index, { from, to }] of classEnds(step).entries()) {
    expect(classOf(from, step)).toBe(index + 1)
    if (to !== null) expect(classOf(to, step)).toBe(index + 1)
  }
})

test('classes stay while numbers move a little', () => {
  expect(stepFor(3, 11)).toBe(3)
  expect(stepFor(3, 16)).toBe(4)
})

test('an arrow goes to the neighbour in its direction', () => {
  const all = [
    { code: 'WA', centre: [100, 50] },
    { code: 'OR', centre: [90, 130] },
    { code: 'ID', centre: [190, 120] },
    { code: 'ME', centre: [900, 80] },
  ]
  const or = all[1] as (typeof all)[number]
  expect(nextTo(or, 'ArrowRight', all)?.code).toBe('ID')
  expect(nextTo(or, 'ArrowUp', all)?.code).toBe('WA')
  expect(nextTo(or, 'ArrowLeft', all)).toBeNull()
  expect(nextTo(or, 'Enter', all)).toBeNull()
})
