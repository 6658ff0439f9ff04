import { beforeAll, expect, test, vi } from 'vitest'

class Element {
  constructor(private readonly field: boolean) {}
  closest = () => (this.field ? this : null)
}

const kept = new Map<string, string>()
const press = (key: string, target: unknown = null, more = {}) => ({ key, target, ...more }) as unknown as KeyboardEvent

beforeAll(() => {
  vi.stubGlobal('HTMLElement', Element)
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})

test('keys of fields and of the browser are not the page’s', async () => {
  const { isForPage } = await import('./pageKeys')
  expect(isForPage(press('j'))).toBe(true)
  expect(isForPage(press('j', new Element(true)))).toBe(false)
  expect(isForPage(press('j', null, { ctrlKey: true }))).toBe(false)
})

test('single characters can be turned off; other keys stay', async () => {
  const { chooseLetterKeys, isForPage } = await import('./pageKeys')
  chooseLetterKeys(false)
  expect(isForPage(press('j'))).toBe(false)
  expect(isForPage(press('/'))).toBe(false)
  expect(isForPage(press('Enter'))).toBe(true)
  chooseLetterKeys(true)
  expect(isForPage(press('j'))).toBe(true)
})
