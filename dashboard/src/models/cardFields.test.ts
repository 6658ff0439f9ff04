import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cardOf } from './cardFields'

const curves = {
  roc: [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ],
  precisionRecall: [{ x: 1, y: 0.2 }],
  calibration: [{ n: 72, predicted: 0.1, observed: 0.08, low: 0.04, high: 0.17 }],
  deciles: [{ decile: 1, rows: 72, positives: 52, gain: 0.43, lift: 4.3 }],
}

test('a card that training wrote is understood', () => {
  const written = JSON.parse(readFileSync('../query-service/src/test/resources/card-of-training.json', 'utf8'))
  const card = cardOf(written)
  expect(card).toMatchObject({ algorithm: 'logistic regression', data: { rows: 720, positives: 120 } })
  expect(card?.inputs[0]).toMatchObject({ name: 'Age', kind: 'number', min: 22, max: 65 })
  expect(card?.limits.length).toBeGreaterThan(0)
  expect(card?.curves?.deciles).toHaveLength(10)
  expect(card?.curves?.roc.at(-1)).toEqual({ x: 1, y: 1 })
})

test('curves are whole or not there', () => {
  expect(cardOf({ curves })?.curves).toEqual(curves)
  expect(cardOf({ curves: { ...curves, roc: [{ x: 0 }] } })?.curves).toBeUndefined()
  expect(cardOf({ curves: { ...curves, deciles: 'ten' } })?.curves).toBeUndefined()
  expect(cardOf({ curves: { ...curves, calibration: [] } })?.curves).toBeUndefined()
})

test('whatever somebody uploads as a card, the page can be drawn', () => {
  expect(cardOf(null)).toBeNull()
  expect(cardOf([1, 2])).toBeNull()
  expect(cardOf({})).toBeNull()
  expect(cardOf({ inputs: [null, 3, { name: 7 }, { name: 'Age', min: 'x' }], limits: [1, 'few rows'] })).toMatchObject({
    inputs: [{ name: 'Age', min: undefined }],
    limits: ['few rows'],
  })
  expect(cardOf({ format: 'text/markdown', text: '# Card' })?.text).toBe('# Card')
})
