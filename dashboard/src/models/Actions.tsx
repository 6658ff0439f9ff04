import { useState } from 'react'
import { body, command, type Shown } from '../api/api'
import { mayAct, useMe } from '../api/me'
import { useFormats } from '../format/format'
import { tell } from '../parts/Notices'
import { useWords } from '../words/language'
import { actionTexts } from './actionWords'
import { BandChanges } from './BandChanges'
import { type Deed, deedsOf } from './deeds'
import { ReasonDialog } from './ReasonDialog'

/** Buttons for a version; each asks why. */
export function Actions({ model, version }: { model: Shown['ShownModel']; version: Shown['ModelVersion'] }) {
  const me = useMe()
  const w = useWords(actionTexts)
  const format = useFormats()
  const [deed, choose] = useState<Deed | null>(null)
  const deeds = deedsOf(model, version, {
    scientist: mayAct(me, 'data-scientist'),
    manager: mayAct(me, 'agency-manager'),
  })
  const n = `${model.name}/${version.version}`
  const names: Record<Deed, string> = {
    promote: w.promote(n),
    challenge: w.challenge(n),
    dismiss: w.dismiss(n),
    rollback: w.rollback,
    retire: w.retire(n),
  }
  const whats: Record<Deed, string> = {
    promote: `${w.promoteWhat} ${w.inPerson}`,
    challenge: w.challengeWhat,
    dismiss: w.dismissWhat,
    rollback: w.rollbackWhat,
    retire: w.retireWhat,
  }
  return (
    <div className="models-actions">
      {deeds.map(each => (
        <button key={each} type="button" onClick={() => choose(each)}>
          {names[each]}
        </button>
      ))}
      {deed && (
        <ReasonDialog
          name={model.name}
          title={deed === 'rollback' ? w.rollbackTitle : names[deed]}
          what={whats[deed]}
          button={names[deed]}
          close={() => choose(null)}
          act={async (reason, key) => {
            const done = await act(deed, model, version.version, reason, key)
            tell(done.told(w, format.whole))
            return done.consistencyToken
          }}
        >
          {deed === 'promote' && <BandChanges name={model.name} version={version.version} />}
        </ReasonDialog>
      )}
    </div>
  )
}

type Words = (typeof actionTexts)['en']

interface Done {
  consistencyToken?: string
  told: (w: Words, whole: (n: number) => string) => string
}

/** Does it, with the revision that was looked at: what somebody else decided since isn't overruled unseen. */
async function act(
  deed: Deed,
  model: Shown['ShownModel'],
  version: number,
  reason: string,
  key: string,
): Promise<Done> {
  const { name } = model
  const header = { 'If-Match': `"${model.revision}"`, 'Idempotency-Key': key }
  switch (deed) {
    case 'promote': {
      await body(
        command.PUT('/api/models/{name}/aliases/champion', {
          params: { path: { name }, header } as never,
          body: { version, reason },
        }),
      )
      return { told: (w, whole) => w.proposed(whole(version)) }
    }
    case 'challenge': {
      const { consistencyToken } = await body(
        command.PUT('/api/models/{name}/aliases/challenger', {
          params: { path: { name }, header } as never,
          body: { version, reason },
        }),
      )
      return { consistencyToken, told: (w, whole) => w.challenged(whole(version)) }
    }
    case 'dismiss': {
      const { consistencyToken } = await body(
        command.DELETE('/api/models/{name}/aliases/challenger', {
          params: { path: { name }, query: { reason }, header } as never,
        }),
      )
      return { consistencyToken, told: w => w.dismissed }
    }
    case 'rollback': {
      const { consistencyToken, version: now } = await body(
        command.POST('/api/models/{name}/rollback', { params: { path: { name }, header } as never, body: { reason } }),
      )
      return { consistencyToken, told: (w, whole) => w.rolledBack(whole(now ?? 0)) }
    }
    case 'retire': {
      const { consistencyToken } = await body(
        command.POST('/api/models/{name}/versions/{version}/retirement', {
          params: { path: { name, version: String(version) }, header } as never,
          body: { reason },
        }),
      )
      return { consistencyToken, told: (w, whole) => w.retired(whole(version)) }
    }
  }
}
