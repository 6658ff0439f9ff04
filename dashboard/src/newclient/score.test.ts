import { expect, test } from 'vitest'
import type { Shown } from '../api/api'
import { scoreOf } from './score'

const score = (scoreSequence: number, clientVersion: number) =>
  ({ scoreSequence, clientVersion }) as unknown as Shown['ShownScore']

test('the prediction is that of the registration, not the latest score', () => {
  const newestFirst = [score(4, 2), score(3, 1), score(2, 1), score(1, 1)]
  expect(scoreOf(1, newestFirst)?.scoreSequence).toBe(1)
})

test('without a record of that version there is none', () => {
  expect(scoreOf(1, [score(2, 2)])).toBeNull()
})
