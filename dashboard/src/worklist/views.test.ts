import { expect, test, vi } from 'vitest'

const kept = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
})
const { forgetView, isSame, parse, saveView } = await import('./views')
const names = () => parse(kept.get('vigie.views') ?? null).map(view => view.name)

test('a view is kept, replaced by one of its name, and forgotten', () => {
  saveView({ name: 'Texas', search: 'state=TX' })
  saveView({ name: 'Left', search: 'status=left' })
  saveView({ name: 'Texas', search: 'state=TX&band=high' })
  expect(names()).toEqual(['Left', 'Texas'])
  forgetView('Left')
  expect(names()).toEqual(['Texas'])
})

test('whatever else was kept under that name does no harm', () => {
  expect(parse('{"name":1}')).toEqual([])
  expect(parse('[{"name":1},{"name":"a","search":"b"},null]')).toEqual([{ name: 'a', search: 'b' }])
  expect(parse('{')).toEqual([])
})

test('the order of filters makes no other view', () => {
  expect(isSame('band=high&state=TX', 'state=TX&band=high')).toBe(true)
  expect(isSame('band=high', '')).toBe(false)
})
