/** Who serves what; each can be down by itself. */
export const SERVICES = ['command-service', 'scoring-streams', 'query-service'] as const

export type Service = (typeof SERVICES)[number]

export interface Health {
  /** Whether anything answered. */
  reached: boolean
  down: Service[]
}

/** Whatever answers, or doesn't, is an answer: down is news here, no failure. */
export async function readHealth(signal?: AbortSignal): Promise<Health> {
  try {
    const answer = await fetch('/api/health', { signal })
    const told = (await answer.json()) as { parts?: { part: string; state: string }[] }
    if (!Array.isArray(told.parts)) return { reached: false, down: [] }
    const down = told.parts.filter(({ state }) => state !== 'up').map(({ part }) => part)
    return { reached: true, down: SERVICES.filter(service => down.includes(service)) }
  } catch (failure) {
    if (signal?.aborted) throw failure
    return { reached: false, down: [] }
  }
}

/** Since when each has been down as far as this page has seen, in milliseconds; '' is Vigie as a whole. */
export type Outages = ReadonlyMap<Service | '', number>

/** What is still down keeps its beginning; what is up again is forgotten. */
export function outagesAfter(before: Outages, health: Health, now: number): Outages {
  const down: (Service | '')[] = health.reached ? health.down : ['']
  return new Map(down.map(each => [each, before.get(each) ?? now]))
}
