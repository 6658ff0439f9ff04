import { expect, test } from 'vitest'
import { EMPTY, registrationOf, yearsSince } from './registration'

const now = new Date('2026-11-29T12:00:00Z')
const whole = {
  ...EMPTY,
  name: ' Andrew Mccall ',
  company: 'King Ltd',
  location: '38612 Johnny Stravenue, Nataliebury, WI 15717',
  age: '37',
  totalPurchase: '9935.53',
  numSites: '8',
  onboardedOn: '2011-08-29',
}

test('what is written well is sent, and what was left empty is left out', () => {
  expect(registrationOf(whole, now)).toEqual({
    registration: {
      name: 'Andrew Mccall',
      company: 'King Ltd',
      location: '38612 Johnny Stravenue, Nataliebury, WI 15717',
      age: 37,
      totalPurchase: 9935.53,
      numSites: 8,
      onboardedOn: '2011-08-29',
    },
  })
})

test('years and the account manager are sent when they are told', () => {
  const told = registrationOf({ ...whole, years: '7.71', managed: true, accountManagerId: 'ada' }, now)
  expect(told).toMatchObject({ registration: { years: 7.71, accountManagerId: 'ada' } })
  const switchedOff = registrationOf({ ...whole, managed: false, accountManagerId: 'ada' }, now)
  expect(switchedOff).not.toHaveProperty('registration.accountManagerId')
})

test('every fault is told at once', () => {
  expect(registrationOf({ ...EMPTY, managed: true }, now)).toEqual({
    faults: {
      name: 'required',
      company: 'required',
      location: 'required',
      age: 'required',
      totalPurchase: 'required',
      numSites: 'required',
      onboardedOn: 'required',
      accountManagerId: 'required',
    },
  })
})

test('what the service would refuse is refused here', () => {
  const wrong = { age: '37.5', totalPurchase: '-1', numSites: '1000001', onboardedOn: '2026-11-30', years: '1.23456' }
  expect(registrationOf({ ...whole, ...wrong, name: 'n'.repeat(201) }, now)).toEqual({
    faults: {
      name: 'long',
      age: 'wrong',
      totalPurchase: 'wrong',
      numSites: 'wrong',
      onboardedOn: 'wrong',
      years: 'wrong',
    },
  })
})

test('years are counted from the day, and not for one to come', () => {
  expect(yearsSince('2020-11-29', now.getTime())).toBeCloseTo(6, 2)
  expect(yearsSince('', now.getTime())).toBeNull()
  expect(yearsSince('2026-12-24', now.getTime())).toBeNull()
})
