import { mayAct, useMe } from '../api/me'
import '../parts/facts.css'
import { useWords } from '../words/language'
import { DeadLetters } from './DeadLetters'
import { EventFilters } from './EventFilters'
import { EventStream } from './EventStream'
import './events.css'
import { useEventsPlace } from './place'
import { letterTexts, texts } from './words'

/** What happened to clients, as it happens, and what could not be handled; each for those who may see it. */
export default function Events() {
  const me = useMe()
  const w = useWords(texts)
  const letters = useWords(letterTexts)
  const [place, go] = useEventsPlace()
  const mayRead = mayAct(me, 'account-manager', 'agency-manager', 'data-scientist', 'auditor')
  const mayReadLetters = mayAct(me, 'auditor', 'operator')
  const deadLetters = mayReadLetters && (place.deadLetters || !mayRead)
  return (
    <>
      <h1>{deadLetters && !mayRead ? w.deadLetters : w.title}</h1>
      <p className="quiet">{deadLetters ? letters.lead : w.lead}</p>
      {mayRead && mayReadLetters && (
        <nav className="views" aria-label={w.lists}>
          {[false, true].map(each => (
            <button
              key={String(each)}
              type="button"
              className="plain"
              aria-current={each === deadLetters ? 'page' : undefined}
              onClick={() => go({ deadLetters: each })}
            >
              {each ? w.deadLetters : w.events}
            </button>
          ))}
        </nav>
      )}
      {deadLetters ? (
        <DeadLetters />
      ) : (
        <>
          <EventFilters filters={place.filters} />
          <EventStream key={JSON.stringify(place.filters)} filters={place.filters} />
        </>
      )}
    </>
  )
}
