/** How many, and how that is written. */
export interface Count {
  n: number
  shown: string
}

/** How many of something in English: one of it, or any other number of them. */
export const english = ({ n, shown }: Count, one: string, many: string) => `${shown} ${n === 1 ? one : many}`

/** How many of something in French, where it takes two to be many. */
export const french = ({ n, shown }: Count, one: string, many: string) => `${shown} ${n < 2 ? one : many}`
