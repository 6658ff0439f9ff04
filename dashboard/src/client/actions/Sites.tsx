import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../../api/api'
import { changeSites } from '../../api/clientcommands'
import { newKey, useSubmission } from '../../api/submission'
import { useFormats } from '../../format/format'
import { ActionForm } from '../../parts/ActionForm'
import { useDone } from '../../parts/done'
import { faultOf } from '../../parts/Faults'
import { Field } from '../../parts/Field'
import { isBetween, wholeOf } from '../../parts/numbers'
import { useWords } from '../../words/language'
import type { Acting } from './Actions'
import { texts } from './words'

const MOST = 1_000_000

/** Counts from what was shown when it was opened: who changed the client in the meantime is not overwritten unseen. */
export function Sites({ client, close }: Acting) {
  const w = useWords(texts)
  const format = useFormats()
  const cache = useQueryClient()
  const done = useDone()
  const [seen, see] = useState({ version: client.version, numSites: client.numSites })
  const [written, write] = useState(String(client.numSites))
  const [looked, look] = useState(false)
  const sending = useSubmission((wish: { numSites: number; version: number }, key) =>
    changeSites(client.clientId, wish.numSites, { key, version: wish.version }),
  )
  const number = wholeOf(written)
  const fault = isBetween(number, 0, MOST) ? undefined : w.sitesFault
  const stale = sending.failure instanceof Problem && sending.failure.status === 412
  const changedMeanwhile = client.version > seen.version

  const submit = async () => {
    look(true)
    if (fault || number === null) return
    // Whoever was told of the other change and sends again has seen it.
    const version = stale && changedMeanwhile ? client.version : seen.version
    if (version !== seen.version) see({ version, numSites: client.numSites })
    const answer = await sending.submit({ numSites: number, version })
    if (!answer) {
      void cache.invalidateQueries({ queryKey: ['client', client.clientId] })
      return
    }
    close()
    const before = client.numSites
    done(answer, w.sitesChanged(format.whole(number)), () =>
      changeSites(client.clientId, before, { key: newKey(), version: answer.version }),
    )
  }

  return (
    <ActionForm
      title={w.sitesTitle}
      verb={w.sites}
      intro={
        stale && changedMeanwhile
          ? w.sitesStale(format.whole(client.numSites))
          : w.sitesIntro(format.whole(seen.numSites))
      }
      pending={sending.pending}
      failure={sending.failure}
      fields={['numSites']}
      submit={() => void submit()}
      close={close}
    >
      <Field label={w.numSites} fault={looked ? (fault ?? faultOf(sending.failure, 'numSites')) : undefined}>
        <input
          type="number"
          min="0"
          max={MOST}
          step="1"
          value={written}
          onChange={event => write(event.target.value)}
        />
      </Field>
    </ActionForm>
  )
}
