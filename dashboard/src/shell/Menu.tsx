import { useEffect, useRef } from 'react'
import { useMe } from '../api/me'
import { chooseTheme, type Theme, useTheme } from '../parts/colours'
import { chooseLetterKeys, useLetterKeys } from '../parts/pageKeys'
import { type Language, useLanguage, useWords } from '../words/language'
import { texts } from './words'

/** Who is signed in, and what they chose for themselves. */
export function Menu() {
  const me = useMe()
  const w = useWords(texts)
  const { language, choose } = useLanguage()
  const theme = useTheme()
  const letterKeys = useLetterKeys()
  const place = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const leave = (event: Event) => {
      const menu = place.current
      if (!menu?.open) return
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !menu.contains(event.target as Node)) {
        menu.open = false
        if (event instanceof KeyboardEvent) menu.querySelector('summary')?.focus()
      }
    }
    document.addEventListener('click', leave)
    document.addEventListener('keydown', leave)
    return () => {
      document.removeEventListener('click', leave)
      document.removeEventListener('keydown', leave)
    }
  }, [])
  return (
    <details className="menu" ref={place}>
      <summary aria-label={`${w.account} ${me.accountId}`}>{me.accountId}</summary>
      <div>
        <label>
          {w.language}
          <select value={language} onChange={event => choose(event.target.value as Language)}>
            <option value="en" lang="en">
              English
            </option>
            <option value="fr" lang="fr">
              Français
            </option>
          </select>
        </label>
        <label>
          {w.theme}
          <select value={theme} onChange={event => chooseTheme(event.target.value as Theme)}>
            <option value="auto">{w.themes.auto}</option>
            <option value="light">{w.themes.light}</option>
            <option value="dark">{w.themes.dark}</option>
          </select>
        </label>
        <label className="menu-switch">
          <input type="checkbox" checked={letterKeys} onChange={event => chooseLetterKeys(event.target.checked)} />
          {w.letterKeys}
        </label>
        <a href="/api/docs">{w.api}</a>
        {me.ownPassword && <a href="/password">{w.password}</a>}
        <form method="post" action="/sign-out">
          <button type="submit">{w.signOut}</button>
        </form>
      </div>
    </details>
  )
}
