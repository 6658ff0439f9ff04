import { useSyncExternalStore } from 'react'

const NAMES = {
  ground: '--ground',
  raised: '--raised',
  text: '--text',
  quiet: '--quiet',
  line: '--line',
  edge: '--edge',
  accent: '--accent',
  risk0: '--risk-0',
  risk1: '--risk-1',
  risk2: '--risk-2',
  risk3: '--risk-3',
  risk4: '--risk-4',
  risk5: '--risk-5',
  chart1: '--chart-1',
  chart2: '--chart-2',
  chart3: '--chart-3',
} as const

/** The tokens of tokens.css for what is drawn without it. */
export type Colours = Record<keyof typeof NAMES, string>

export type Theme = 'auto' | 'light' | 'dark'

const KEPT = 'vigie.theme'
const listeners = new Set<() => void>()
let theme: Theme = asTheme(localStorage.getItem(KEPT))
let colours: Colours | null = null

function asTheme(kept: string | null): Theme {
  return kept === 'light' || kept === 'dark' ? kept : 'auto'
}

function show() {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  colours = null
  for (const listener of listeners) listener()
}

show()
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show)

export function chooseTheme(chosen: Theme) {
  theme = chosen
  localStorage.setItem(KEPT, chosen)
  show()
}

function listen(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(): Colours {
  const style = getComputedStyle(document.documentElement)
  return Object.fromEntries(
    Object.entries(NAMES).map(([name, token]) => [name, style.getPropertyValue(token).trim()]),
  ) as Colours
}

export const useTheme = () => useSyncExternalStore(listen, () => theme)

export const useColours = () =>
  useSyncExternalStore(listen, () => {
    colours ??= read()
    return colours
  })
