import { expect, test } from 'vitest'
import { inPlace } from './inplace'

const letter = (deadLetterId: number, state = 'open') => ({ deadLetterId, state })

test('held rows stay where they are and say what they are now; newer ones wait, older ones follow', () => {
  const held = [letter(5), letter(4)]
  const latest = [letter(6), letter(5, 'retried'), letter(4), letter(3)]
  expect(inPlace(held, latest)).toEqual([letter(5, 'retried'), letter(4), letter(3)])
})

test('a row that no longer fits stays while it is held', () => {
  expect(inPlace([letter(5), letter(4)], [letter(4)])).toEqual([letter(5), letter(4)])
})

test('an empty list holds nothing back', () => {
  const latest = [letter(1)]
  expect(inPlace([], latest)).toBe(latest)
})
