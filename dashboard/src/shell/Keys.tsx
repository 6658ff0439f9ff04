import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { Dialog } from '../parts/Dialog'
import { useWords } from '../words/language'
import type { Entry } from './screens'
import { texts } from './words'

const LETTERS: Record<Entry['name'], string> = {
  portfolio: 'p',
  worklist: 'c',
  accountManagers: 'a',
  models: 'm',
  events: 'e',
  pipeline: 'l',
  newClient: 'n',
}

/** Whether a key is meant for the page, not for a field. */
export const isForPage = (event: KeyboardEvent) =>
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !(event.target instanceof HTMLElement && event.target.closest('input:not([type=checkbox]), select, textarea, dialog'))

/** The keys of every screen; j, k, x and Enter are the lists' own. */
export function Keys({ screens }: { screens: Entry[] }) {
  const [, go] = useLocation()
  const w = useWords(texts)
  const [shown, show] = useState(false)
  useEffect(() => {
    let began = 0
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && event.target instanceof HTMLInputElement) event.target.blur()
      if (!isForPage(event)) return
      if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('input[type=search]')
        if (search) {
          event.preventDefault()
          search.focus()
          search.select()
        }
      } else if (event.key === '?') show(true)
      else if (event.key === 'g') began = event.timeStamp
      else if (event.timeStamp - began < 1_500) {
        began = 0
        const screen = screens.find(one => LETTERS[one.name] === event.key)
        if (screen) go(screen.path)
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [go, screens])
  if (!shown) return null
  return (
    <Dialog title={w.keys} close={() => show(false)}>
      <dl className="keys">
        {w.keysList.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
