import type { Shown } from '../api/api'

/** What can be decided about a version. */
export type Deed = 'challenge' | 'dismiss' | 'promote' | 'rollback' | 'retire'

/** What may be done about a version now, by whoever is signed in. */
export function deedsOf(
  model: Pick<Shown['ShownModel'], 'history'>,
  version: Pick<Shown['ModelVersion'], 'status'>,
  may: { scientist: boolean; manager: boolean },
): Deed[] {
  const deeds: Deed[] = []
  const isCandidate = version.status === 'shelved' || version.status === 'challenger'
  if (isCandidate && (may.scientist || may.manager)) deeds.push('promote')
  if (!may.scientist) return deeds
  if (version.status === 'shelved') deeds.push('challenge', 'retire')
  if (version.status === 'challenger') deeds.push('dismiss')
  const wasReplaced = model.history.some(
    ({ type, alias, replaced }) => type !== 'model-rolled-back' && alias === 'champion' && typeof replaced === 'number',
  )
  if (version.status === 'champion' && wasReplaced) deeds.push('rollback')
  return deeds
}
