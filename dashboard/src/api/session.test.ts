import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Me } from './me'

const reload = vi.fn()
const answer = vi.fn<(request: Request) => Response>()

const me = (accountId: string, csrfToken: string) => ({ accountId, csrfToken, roles: [] }) as unknown as Me
const signedInAs = (who: Me) => answer.mockImplementation(() => Response.json(who))
const refusing = () => answer.mockImplementation(() => Response.json({ title: 'Unauthorized' }, { status: 401 }))

/** A page that is loaded anew; the services are this test. */
async function page() {
  const [{ body, command, query }, { learnMe, learnNextSession }, { hasEnded }] = await Promise.all([
    import('./api'),
    import('./me'),
    import('./session'),
  ])
  signedInAs(me('ann', 'first'))
  await learnMe()
  return {
    read: () => body(query.GET('/api/summary')),
    send: () => body(command.POST('/api/clients', { body: {} as never })),
    learnNextSession,
    hasEnded,
  }
}

beforeEach(() => {
  vi.resetModules()
  vi.clearAllMocks()
  const Here = class extends Request {
    constructor(asked: string | Request, init?: RequestInit) {
      super(typeof asked === 'string' ? new URL(asked, 'http://vigie') : asked, init)
    }
  }
  vi.stubGlobal('Request', Here)
  vi.stubGlobal('fetch', async (asked: string | Request) => answer(asked instanceof Request ? asked : new Here(asked)))
  vi.stubGlobal('localStorage', { getItem: () => null })
  vi.stubGlobal('navigator', { languages: ['en'] })
  vi.stubGlobal('location', { reload })
})

afterEach(() => vi.unstubAllGlobals())

test('a read that meets nobody who is signed in ends the session and leaves the page as it is', async () => {
  const { read, hasEnded } = await page()
  expect(hasEnded()).toBe(false)
  refusing()
  await expect(read()).rejects.toMatchObject({ status: 401 })
  expect(hasEnded()).toBe(true)
  expect(reload).not.toHaveBeenCalled()
})

test('the same person goes on in the next session, and what is sent has its token', async () => {
  const { send, hasEnded } = await page()
  refusing()
  await expect(send()).rejects.toMatchObject({ status: 401 })
  signedInAs(me('ann', 'second'))
  await send()
  expect(answer.mock.lastCall?.[0].headers.get('X-CSRF-Token')).toBe('second')
  expect(hasEnded()).toBe(false)
})

test('another person begins with a page of their own, and nothing is sent under their name', async () => {
  const { read, send } = await page()
  refusing()
  await expect(read()).rejects.toMatchObject({ status: 401 })
  signedInAs(me('amy', 'third'))
  void send()
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1))
  expect(answer.mock.calls.some(([request]) => request.headers.get('X-CSRF-Token') === 'third')).toBe(false)
})

test('a session that another one replaced unheard is noticed by what is refused, and what is sent again has its token', async () => {
  const { send, hasEnded } = await page()
  answer.mockImplementation(request =>
    new URL(request.url).pathname === '/api/me'
      ? Response.json(me('ann', 'second'))
      : Response.json({ type: '/problems/csrf-token-missing' }, { status: 403 }),
  )
  await expect(send()).rejects.toMatchObject({ status: 403 })
  expect(hasEnded()).toBe(false)
  signedInAs(me('ann', 'second'))
  await send()
  expect(answer.mock.lastCall?.[0].headers.get('X-CSRF-Token')).toBe('second')
})

test('while nobody is signed in the session stays ended', async () => {
  const { read, learnNextSession, hasEnded } = await page()
  refusing()
  await expect(read()).rejects.toMatchObject({ status: 401 })
  await learnNextSession()
  expect(hasEnded()).toBe(true)
})
