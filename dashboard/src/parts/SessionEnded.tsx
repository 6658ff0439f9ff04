import { useSessionEnded } from '../api/session'
import { useWords, words } from '../words/language'
import './sessionended.css'

const texts = words({
  en: {
    ended: 'Your session has ended. What you wrote is kept here: sign in again, and the page goes on.',
    signIn: 'Sign in again (in a new tab)',
  },
  fr: {
    ended: 'Votre session est terminée. Votre saisie reste ici : reconnectez-vous, et la page reprend.',
    signIn: 'Se reconnecter (dans un nouvel onglet)',
  },
})

/** Says that the session has ended, and where another one begins; it goes by itself once there is one. */
export function SessionEnded() {
  const ended = useSessionEnded()
  const w = useWords(texts)
  if (!ended) return null
  return (
    <div className="session-ended" role="alert">
      <p>{w.ended}</p>
      <a href="/" target="_blank" rel="noopener">
        {w.signIn}
      </a>
    </div>
  )
}
