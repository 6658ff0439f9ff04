import { Problem, Unreachable } from '../api/api'
import { useWords, words } from '../words/language'
import './field.css'

const texts = words({
  en: {
    unreachable: 'Vigie does not answer. What you wrote is kept here; sending it again does it once.',
    unready: 'Vigie cannot do this right now. What you wrote is kept here; send it again in a moment.',
    signedOut: 'You were not signed in any more. What you wrote is kept here; send it again once you are.',
    kinds: {
      'stale-version': 'Somebody changed this in the meantime. What it is now is shown here; look, then send again.',
      'concurrent-change': 'Somebody changed this at the same moment. Send it again.',
      'client-departed': 'The client has left; nobody can be assigned.',
      'client-already-departed': 'The client has left already, on another day or for another reason.',
      'left-before-onboarding': 'The client cannot have left before it came.',
      'capacity-exceeded': 'This account manager has no free place. Choose another one, or raise the capacity.',
      'account-manager-retired': 'This account manager is retired. Choose another one.',
      'unknown-account-manager': 'There is no such account manager any more. Choose another one.',
      'capacity-below-load': 'More clients than that are looked after. Assign some of them to others first.',
      'account-manager-has-clients': 'There are clients left. Assign them to others first.',
      'account-manager-already-registered': 'Somebody has this id already. Choose another one, or leave it empty.',
      forbidden: 'Your role may not do this.',
    } as Record<string, string>,
  },
  fr: {
    unreachable: 'Vigie ne répond pas. Votre saisie reste ici ; renvoyée, elle ne sera faite qu’une fois.',
    unready: 'Vigie ne peut pas le faire à l’instant. Votre saisie reste ici ; renvoyez-la dans un moment.',
    signedOut: 'Vous n’étiez plus connecté. Votre saisie reste ici ; renvoyez-la une fois reconnecté.',
    kinds: {
      'stale-version': 'Quelqu’un l’a modifié entre-temps. L’état actuel est affiché ; vérifiez, puis renvoyez.',
      'concurrent-change': 'Quelqu’un l’a modifié au même instant. Renvoyez.',
      'client-departed': 'Le client est parti ; personne ne peut lui être attribué.',
      'client-already-departed': 'Le client est déjà parti, un autre jour ou pour un autre motif.',
      'left-before-onboarding': 'Le client ne peut pas être parti avant d’être arrivé.',
      'capacity-exceeded': 'Ce chargé de clientèle n’a plus de place. Choisissez-en un autre ou augmentez sa capacité.',
      'account-manager-retired': 'Ce chargé de clientèle n’est plus en activité. Choisissez-en un autre.',
      'unknown-account-manager': 'Ce chargé de clientèle n’existe plus. Choisissez-en un autre.',
      'capacity-below-load': 'Il suit plus de clients que cela. Attribuez-en d’abord à d’autres.',
      'account-manager-has-clients': 'Il lui reste des clients. Attribuez-les d’abord à d’autres.',
      'account-manager-already-registered':
        'Cet identifiant est déjà pris. Choisissez-en un autre ou laissez le champ vide.',
      forbidden: 'Votre rôle ne le permet pas.',
    },
  },
})

/** What is wrong with one field, as the service said it: its name is the last part of where it was sent. */
export function faultOf(failure: unknown, field: string): string | undefined {
  if (!(failure instanceof Problem)) return undefined
  return failure.faults.find(fault => fault.field?.split('.').pop() === field)?.message
}

/** Says a failure that is about no field that is shown. */
export function useFailureText(): (failure: unknown) => string {
  const w = useWords(texts)
  return failure => {
    if (failure instanceof Unreachable) return w.unreachable
    if (!(failure instanceof Problem)) return String(failure)
    if (failure.status === 401) return w.signedOut
    const known = w.kinds[failure.kind]
    if (known) return known
    return failure.status >= 500 ? w.unready : failure.detail || failure.title
  }
}

/** What is wrong with what was sent, unless all of it stands beside the fields. */
export function FormFault({ failure, fields = [] }: { failure: unknown; fields?: string[] }) {
  const textOf = useFailureText()
  if (!failure) return null
  const beside =
    failure instanceof Problem &&
    failure.faults.length > 0 &&
    failure.faults.every(fault => fields.includes(fault.field?.split('.').pop() ?? ''))
  if (beside) return null
  return (
    <div className="form-fault" role="alert">
      <p>{textOf(failure)}</p>
      {failure instanceof Problem &&
        failure.faults
          .filter(fault => !fields.includes(fault.field?.split('.').pop() ?? ''))
          .map(fault => (
            <p key={fault.field}>
              {fault.field} {fault.message}
            </p>
          ))}
    </div>
  )
}
