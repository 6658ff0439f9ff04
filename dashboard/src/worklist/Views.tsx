import { type FormEvent, useState } from 'react'
import { tell } from '../parts/Notices'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { forgetView, GIVEN, isSame, saveView, useViews, type View } from './views'
import { texts } from './words'

/** Lists under names: a few that are given, and those that somebody kept on this machine. */
export function Views({ search, open }: { search: string; open: (search: string) => void }) {
  const w = useWords(texts)
  const own = useViews()
  const [naming, name] = useState(false)
  const known = [...GIVEN, ...own].some(view => isSame(view.search, search))
  return (
    <nav className="views" aria-label={w.views}>
      {GIVEN.map(view => (
        <button
          key={view.name}
          type="button"
          aria-pressed={isSame(view.search, search)}
          onClick={() => open(view.search)}
        >
          {w.given[view.name]}
        </button>
      ))}
      {own.map(view => (
        <Own key={view.name} view={view} current={isSame(view.search, search)} open={open} />
      ))}
      {!known && !naming && (
        <button type="button" className="plain" onClick={() => name(true)}>
          {w.saveView}
        </button>
      )}
      {!known && naming && <Naming search={search} done={() => name(false)} />}
    </nav>
  )
}

function Own({ view, current, open }: { view: View; current: boolean; open: (search: string) => void }) {
  const w = useWords(texts)
  const forget = () => {
    forgetView(view.name)
    tell(w.viewForgotten(view.name), () => saveView(view))
  }
  return (
    <span className="view-own">
      <button type="button" aria-pressed={current} onClick={() => open(view.search)}>
        {view.name}
      </button>
      <button type="button" className="plain" aria-label={w.forgetView(view.name)} onClick={forget}>
        ✕
      </button>
    </span>
  )
}

function Naming({ search, done }: { search: string; done: () => void }) {
  const w = useWords(texts)
  const { cancel } = useWords(shared)
  const [name, change] = useState('')
  const save = (event: FormEvent) => {
    event.preventDefault()
    saveView({ name: name.trim(), search })
    done()
  }
  return (
    <form className="view-naming" onSubmit={save} onKeyDown={event => event.key === 'Escape' && done()}>
      <input
        // biome-ignore lint/a11y/noAutofocus: whoever pressed the button came here to write
        autoFocus
        aria-label={w.viewName}
        placeholder={w.viewName}
        maxLength={40}
        value={name}
        onChange={event => change(event.target.value)}
      />
      <button type="submit" disabled={name.trim() === ''}>
        {w.saveView}
      </button>
      <button type="button" className="plain" onClick={done}>
        {cancel}
      </button>
    </form>
  )
}
