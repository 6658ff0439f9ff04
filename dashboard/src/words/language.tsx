import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

/** The languages that every text has. */
export type Language = 'en' | 'fr'

interface Choice {
  language: Language
  choose: (language: Language) => void
}

const KEPT = 'vigie.language'
const Chosen = createContext<Choice>({ language: 'en', choose: () => {} })

/** What was chosen here before, else the first language of the browser that there is. */
export function preferredLanguage(kept: string | null, languages: readonly string[]): Language {
  const known = [kept ?? '', ...languages].map(tag => tag.slice(0, 2).toLowerCase())
  return known.find((tag): tag is Language => tag === 'en' || tag === 'fr') ?? 'en'
}

let current: Language = preferredLanguage(localStorage.getItem(KEPT), navigator.languages)

/** For what isn't drawn: requests. */
export const currentLanguage = () => current

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(current)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo(
    () => ({
      language,
      choose: (chosen: Language) => {
        localStorage.setItem(KEPT, chosen)
        current = chosen
        setLanguage(chosen)
      },
    }),
    [language],
  )
  return <Chosen.Provider value={choice}>{children}</Chosen.Provider>
}

export const useLanguage = () => useContext(Chosen)

/** The texts of one part of the pages: a text that one language lacks doesn't compile. */
export interface Words<T> {
  en: T
  fr: T
}

export function words<T>(both: { en: T; fr: NoInfer<T> }): Words<T> {
  return both
}

export function useWords<T>(both: Words<T>): T {
  return both[useLanguage().language]
}
