import { expect, test } from 'vitest'
import { roundUp, steady } from './scale'

test('ends are round and never below what is shown', () => {
  expect([0, 1, 7, 11, 1.4, 99, 101, 0.03, 640].map(roundUp)).toEqual([1, 1, 8, 15, 1.5, 100, 150, 0.03, 800])
})

test('a scale stays while figures move a little', () => {
  expect(steady(100, 97)).toBe(100)
  expect(steady(100, 40)).toBe(100)
})

test('a scale grows at once and shrinks when it is mostly empty', () => {
  expect(steady(100, 101)).toBe(150)
  expect(steady(100, 20)).toBe(20)
})
