import { isBetween, numberOf, today, wholeOf } from '../parts/numbers'

/** What stands in the form, as it was written. */
export interface Written {
  name: string
  company: string
  location: string
  age: string
  totalPurchase: string
  numSites: string
  onboardedOn: string
  years: string
  managed: boolean
  accountManagerId: string
}

export type FieldName = Exclude<keyof Written, 'managed'>

export const EMPTY: Written = {
  name: '',
  company: '',
  location: '',
  age: '',
  totalPurchase: '',
  numSites: '',
  onboardedOn: '',
  years: '',
  managed: false,
  accountManagerId: '',
}

/** What is sent. */
export interface Registration {
  name: string
  company: string
  location: string
  age: number
  totalPurchase: number
  numSites: number
  onboardedOn: string
  years?: number
  accountManagerId?: string
}

/** What is wrong with a field: nothing in it, too much of it, or not what it has to be. */
export type Fault = 'required' | 'long' | 'wrong'

/** Characters, as the service counts them. */
export const LONGEST = { name: 200, company: 200, location: 500 } as const

const MOST_PURCHASED = 1_000_000_000_000
const MOST_SITES = 1_000_000
const MOST_YEARS = 150
const EARLIEST = '1900-01-01'

/** The registration, or every fault of the form; the same bounds as the service's, which has the last word. */
export function registrationOf(
  written: Written,
  now: Date = new Date(),
): { registration: Registration } | { faults: Partial<Record<FieldName, Fault>> } {
  const faults: Partial<Record<FieldName, Fault>> = {}
  const text = (field: 'name' | 'company' | 'location') => {
    const value = written[field].trim()
    if (!value) faults[field] = 'required'
    else if ([...value].length > LONGEST[field]) faults[field] = 'long'
    return value
  }
  const number = (field: 'age' | 'totalPurchase' | 'numSites', most: number, decimals: number) => {
    const value = decimals === 0 ? wholeOf(written[field]) : numberOf(written[field])
    if (isBetween(value, 0, most, decimals)) return value
    faults[field] = written[field].trim() ? 'wrong' : 'required'
    return 0
  }
  const registration: Registration = {
    name: text('name'),
    company: text('company'),
    location: text('location'),
    age: number('age', 150, 0),
    totalPurchase: number('totalPurchase', MOST_PURCHASED, 4),
    numSites: number('numSites', MOST_SITES, 0),
    onboardedOn: written.onboardedOn,
  }
  if (!written.onboardedOn) faults.onboardedOn = 'required'
  else if (written.onboardedOn < EARLIEST || written.onboardedOn > today(now)) faults.onboardedOn = 'wrong'
  if (written.years.trim()) {
    const years = numberOf(written.years)
    if (isBetween(years, 0, MOST_YEARS, 4)) registration.years = years
    else faults.years = 'wrong'
  }
  if (written.managed) {
    if (written.accountManagerId) registration.accountManagerId = written.accountManagerId
    else faults.accountManagerId = 'required'
  }
  return Object.keys(faults).length > 0 ? { faults } : { registration }
}

const DAY = 86_400_000

/** Years from that day to now; null without a day. */
export function yearsSince(day: string, now: number = Date.now()): number | null {
  const from = Date.parse(day)
  return Number.isNaN(from) || from > now ? null : (now - from) / DAY / 365.25
}
