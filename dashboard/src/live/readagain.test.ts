import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { readAgain } from './readagain'

/** A page that shows something; each answer comes when the test says so. */
function shown(cache: QueryClient) {
  const answers: ((said: string) => void)[] = []
  const asked = () => new Promise<string>(answer => answers.push(answer))
  const observer = new QueryObserver(cache, { queryKey: ['clients'], queryFn: asked, retry: false })
  observer.subscribe(() => {})
  const answer = (said: string) => answers.shift()?.(said)
  return { observer, answers, answer }
}

test('what is being read for the first time is read once more when it is there', async () => {
  const cache = new QueryClient()
  const { observer, answers, answer } = shown(cache)
  readAgain(cache)
  expect(answers).toHaveLength(1)
  answer('as it was before')
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  expect(observer.getCurrentResult().data).toBe('as it was before')
  answer('as it is')
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('as it is'))
  expect(answers).toHaveLength(0)
})

test('what was read before is read again, and only once', async () => {
  const cache = new QueryClient()
  const { observer, answers, answer } = shown(cache)
  answer('as it was')
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('as it was'))
  readAgain(cache)
  expect(answers).toHaveLength(1)
  answer('as it is')
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('as it is'))
  expect(answers).toHaveLength(0)
})
