import type { ReactNode } from 'react'

/** What scrolls within the page: reached by keys also where nothing in it can be, and named for whoever doesn't see it. */
export function Scrolled({
  label,
  className,
  as: Place = 'section',
  lang,
  children,
}: {
  label: string
  className: string
  as?: 'section' | 'pre'
  lang?: string
  children: ReactNode
}) {
  return (
    <Place role="region" tabIndex={0} aria-label={label} className={className} lang={lang}>
      {children}
    </Place>
  )
}
