import { Suspense, useEffect, useRef } from 'react'
import { Link, Redirect, Route, Switch, useLocation } from 'wouter'
import { mayAct, useMe } from '../api/me'
import { useRememberedList } from '../parts/lastList'
import { Notices } from '../parts/Notices'
import { SessionEnded } from '../parts/SessionEnded'
import { Empty, For, Skeleton } from '../parts/States'
import { useWords } from '../words/language'
import { Keys } from './Keys'
import { LiveDot } from './LiveDot'
import { Menu } from './Menu'
import { Safe } from './Safe'
import { Client, SCREENS } from './screens'
import './shell.css'
import { texts } from './words'

/** What is around every screen. */
export function Shell() {
  const me = useMe()
  const w = useWords(texts)
  const [path] = useLocation()
  useRememberedList()
  const content = useRef<HTMLElement>(null)
  const shownPath = useRef(path)
  useEffect(() => {
    if (shownPath.current === path) return
    shownPath.current = path
    // What had the focus went with the screen before: else keys would begin at the top of the document again.
    if (!document.activeElement || document.activeElement === document.body) {
      content.current?.focus({ preventScroll: true })
    }
  }, [path])
  const mine = SCREENS.filter(screen => mayAct(me, ...screen.roles))
  const here = SCREENS.find(screen => path === screen.path || path.startsWith(`${screen.path}/`))
  useEffect(() => {
    document.title = here ? `${w.screens[here.name]} · Vigie` : 'Vigie'
  }, [here, w])
  return (
    <>
      <a className="skip" href="#content">
        {w.skip}
      </a>
      <header className="top">
        <Link href="/" className="brand">
          Vigie
        </Link>
        <nav aria-label={w.navigation}>
          {mine.map(screen => (
            <Link key={screen.name} href={screen.path} aria-current={here === screen ? 'page' : undefined}>
              {w.screens[screen.name]}
            </Link>
          ))}
        </nav>
        <LiveDot />
        <Menu />
      </header>
      <main id="content" ref={content} tabIndex={-1} className="page">
        <Safe key={path}>
          <Suspense fallback={<Skeleton lines={12} />}>
            <Switch>
              <Route path="/">
                {mine[0] ? (
                  <Redirect to={mine[0].path} replace />
                ) : (
                  <Empty title={w.nothing} page>
                    <p className="quiet">{w.nothingWhat}</p>
                  </Empty>
                )}
              </Route>
              {SCREENS.map(({ name, path: at, roles, Screen }) => (
                <Route key={name} path={at}>
                  <For roles={roles}>
                    <Screen />
                  </For>
                </Route>
              ))}
              <Route path="/clients/:clientId">
                {({ clientId }) => (
                  <For roles={['account-manager', 'agency-manager', 'data-scientist', 'auditor']}>
                    <Client key={clientId} clientId={clientId} />
                  </For>
                )}
              </Route>
              <Route>
                <Empty title={w.notFound} page>
                  <Link href="/">{w.home}</Link>
                </Empty>
              </Route>
            </Switch>
          </Suspense>
        </Safe>
      </main>
      <div className="foot">
        <SessionEnded />
        <Notices />
      </div>
      <Keys screens={mine} />
    </>
  )
}
