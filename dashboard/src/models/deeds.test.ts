import { expect, test } from 'vitest'
import { deedsOf } from './deeds'

const scientist = { scientist: true, manager: false }
const manager = { scientist: false, manager: true }
const auditor = { scientist: false, manager: false }
const never = { history: [] }
const replaced = { history: [{ type: 'model-promoted', alias: 'champion', replaced: 1 }] } as never

test('what may be done follows the part that a version has', () => {
  expect(deedsOf(never, { status: 'shelved' }, scientist)).toEqual(['promote', 'challenge', 'retire'])
  expect(deedsOf(never, { status: 'challenger' }, scientist)).toEqual(['promote', 'dismiss'])
  expect(deedsOf(never, { status: 'champion' }, scientist)).toEqual([])
  expect(deedsOf(replaced, { status: 'champion' }, scientist)).toEqual(['rollback'])
  expect(deedsOf(replaced, { status: 'retired' }, scientist)).toEqual([])
})

test('an agency manager proposes and does nothing else; an auditor does nothing', () => {
  expect(deedsOf(replaced, { status: 'shelved' }, manager)).toEqual(['promote'])
  expect(deedsOf(replaced, { status: 'champion' }, manager)).toEqual([])
  expect(deedsOf(replaced, { status: 'shelved' }, auditor)).toEqual([])
})
