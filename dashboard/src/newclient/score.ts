import type { Shown } from '../api/api'

/** The record that this very registration led to: the first one of that version, whatever was scored since. */
export const scoreOf = (version: number, newestFirst: readonly Shown['ShownScore'][]) =>
  newestFirst.filter(score => score.clientVersion === version).at(-1) ?? null
