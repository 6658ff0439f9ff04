import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** The colours of one block by name. */
function coloursOf(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]))
}

const [, light, byPreference, chosen] = css.split(/:root[^{]*\{/).map(coloursOf)

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2: 1 for the same colour, 21 for black on white. */
function contrast(one = '', other = ''): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

const GROUNDS = ['ground', 'raised', 'sunken']
const WORDS = ['text', 'quiet', 'accent', 'warn']
/** What marks are drawn in; the lighter shades only within an outline of one of these. */
const MARKS = ['edge', 'risk-3', 'risk-4', 'risk-5', 'chart-1', 'chart-2', 'chart-3']

test.each([
  ['light', light],
  ['dark', chosen],
])('words and marks can be told from every ground: %s', (_, tokens) => {
  for (const ground of GROUNDS) {
    for (const word of WORDS)
      expect(contrast(tokens?.[word], tokens?.[ground]), `${word} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    for (const mark of MARKS)
      expect(contrast(tokens?.[mark], tokens?.[ground]), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3)
  }
})

test('dark is the same whether it was chosen or is preferred', () => {
  expect(byPreference).toEqual(chosen)
})
