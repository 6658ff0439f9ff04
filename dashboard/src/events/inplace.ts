interface Letter {
  deadLetterId: number
}

/** What is held in its order, as it is now, and below it what was read that is older; what is newer waits. */
export function inPlace<T extends Letter>(held: readonly T[], latest: readonly T[]): readonly T[] {
  const oldest = held.at(-1)
  if (held === latest || !oldest) return latest
  const now = new Map(latest.map(letter => [letter.deadLetterId, letter]))
  const after = latest.findIndex(letter => letter.deadLetterId === oldest.deadLetterId)
  const older = after < 0 ? [] : latest.slice(after + 1)
  const known = new Set(held.map(letter => letter.deadLetterId))
  return [
    ...held.map(letter => now.get(letter.deadLetterId) ?? letter),
    ...older.filter(letter => !known.has(letter.deadLetterId)),
  ]
}
