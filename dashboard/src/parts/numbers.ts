/** What a number field holds; null when it is empty or no number. */
export function numberOf(written: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(written.trim()) ? Number(written) : null
}

/** The same, but whole. */
export function wholeOf(written: string): number | null {
  const number = numberOf(written)
  return number !== null && Number.isInteger(number) ? number : null
}

const decimalsOf = (number: number) => (String(number).split('.')[1] ?? '').length

/** Whether a number is one that the API takes. */
export const isBetween = (number: number | null, least: number, most: number, decimals = 0): number is number =>
  number !== null && number >= least && number <= most && decimalsOf(number) <= decimals

/** Today as the service counts days (UTC), written as a date field wants it. */
export const today = (now: Date = new Date()) => now.toISOString().slice(0, 10)
