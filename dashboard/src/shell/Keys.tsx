import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { Dialog } from '../parts/Dialog'
import { isForPage } from '../parts/pageKeys'
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

/** The keys of every screen; j, k, x and Enter are the lists' own. */
export function Keys({ screens }: { screens: Entry[] }) {
  const [, go] = useLocation()
  const w = useWords(texts)
  const [shown, show] = useState(false)
  useEffect(() => {
    let began = Number.NEGATIVE_INFINITY
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && event.target instanceof HTMLInputElement) {
        // Some browsers would empty the search: it is left with what it found. In a dialog the key is the dialog's.
        if (event.target.type === 'search' && !event.target.closest('dialog')) event.preventDefault()
        event.target.blur()
      }
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
        began = Number.NEGATIVE_INFINITY
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
