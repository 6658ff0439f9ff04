import type { Language } from '../words/language'
import { useLanguage } from '../words/language'
import type { Count } from '../words/plural'

const LOCALES: Record<Language, string> = { en: 'en-US', fr: 'fr-FR' }

const dollars = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const

/** Numbers, money and time as a reader of that language writes them, time in the reader's zone. */
export function formats(language: Language) {
  const locale = LOCALES[language]
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const one = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  const three = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, minimumFractionDigits: 3 })
  const money = new Intl.NumberFormat(locale, { ...dollars, maximumFractionDigits: 0 })
  const cents = new Intl.NumberFormat(locale, dollars)
  const short = new Intl.NumberFormat(locale, {
    ...dollars,
    notation: 'compact',
    maximumFractionDigits: 1,
  })
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
  const dayMonth = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' })
  const hour = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  return {
    /** A count. */
    whole: (n: number) => whole.format(n),
    /** A count that words around it agree with. */
    count: (n: number): Count => ({ n, shown: whole.format(n) }),
    /** A quantity, to a tenth. */
    one: (n: number) => one.format(n),
    /** A measure such as an AUC. */
    three: (n: number) => three.format(n),
    /** A probability 0–1 as people see it, 0–100. */
    risk: (score: number) => tenth.format(score * 100),
    /** A share of a probability as points. */
    points: (share: number) => signed.format(share * 100),
    money: (n: number) => money.format(n),
    cents: (n: number) => cents.format(n),
    shortMoney: (n: number) => short.format(n),
    percent: (share: number) => percent.format(share),
    moment: (at: string | Date) => moment.format(new Date(at)),
    day: (at: string | Date) =>
      day.format(typeof at === 'string' && at.length === 10 ? new Date(`${at}T12:00`) : new Date(at)),
    clock: (at: string | Date) => clock.format(new Date(at)),
    /** A day of the last months. */
    dayMonth: (at: string | Date) => dayMonth.format(new Date(at)),
    hour: (at: string | Date) => hour.format(new Date(at)),
    month: (yearMonth: string) => month.format(new Date(`${yearMonth}-15T00:00:00Z`)),
    ago: (at: string | Date, now: number = Date.now()) => ago(relative, (new Date(at).getTime() - now) / 1000),
    seconds: (millis: number) =>
      millis < 1000 ? `${whole.format(millis)} ms` : `${(millis < 10_000 ? one : whole).format(millis / 1000)} s`,
  }
}

export type Formats = ReturnType<typeof formats>

function ago(relative: Intl.RelativeTimeFormat, seconds: number): string {
  const size = Math.abs(seconds)
  if (size < 60) return relative.format(Math.round(seconds), 'second')
  if (size < 3600) return relative.format(Math.round(seconds / 60), 'minute')
  if (size < 86_400) return relative.format(Math.round(seconds / 3600), 'hour')
  if (size < 30 * 86_400) return relative.format(Math.round(seconds / 86_400), 'day')
  if (size < 365 * 86_400) return relative.format(Math.round(seconds / (30 * 86_400)), 'month')
  return relative.format(Math.round(seconds / (365 * 86_400)), 'year')
}

const KNOWN: Record<Language, Formats> = { en: formats('en'), fr: formats('fr') }

export const useFormats = () => KNOWN[useLanguage().language]
