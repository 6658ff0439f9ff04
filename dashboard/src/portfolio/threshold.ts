import type { ScoreBin } from '../api/risk'

export interface Above {
  clients: number
  unassigned: number
  value: number
}

/** Who has at least a risk of `threshold` points (0–100, whole). */
export function above(bins: readonly ScoreBin[], threshold: number): Above {
  const sum = { clients: 0, unassigned: 0, value: 0 }
  for (const bin of bins) {
    if (Math.round(bin.from * 100) < threshold) continue
    sum.clients += bin.clients
    sum.unassigned += bin.unassigned
    sum.value += Number(bin.value)
  }
  return sum
}

/** Where a key moves a threshold to; null when it means something else. */
export function moved(threshold: number, key: string): number | null {
  const to: Record<string, number> = {
    ArrowRight: threshold + 1,
    ArrowUp: threshold + 1,
    ArrowLeft: threshold - 1,
    ArrowDown: threshold - 1,
    PageUp: threshold + 10,
    PageDown: threshold - 10,
    Home: 0,
    End: 100,
  }
  const next = to[key]
  return next === undefined ? null : within(next)
}

/** A whole number of points that a threshold can have. */
export const within = (points: number) => Math.min(100, Math.max(0, Math.round(points)))

export type Band = 'low' | 'medium' | 'high'

/** The band of a bin; bands begin where bins do, or it is that of the bin's lower end. */
export function bandOf(bin: ScoreBin, bands: { medium: number; high: number }): Band {
  if (bin.from >= bands.high - 1e-9) return 'high'
  return bin.from >= bands.medium - 1e-9 ? 'medium' : 'low'
}
