import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { body, command } from '../api/api'
import { useFormats } from '../format/format'
import { Dialog } from '../parts/Dialog'
import { FormFault } from '../parts/Faults'
import { tell } from '../parts/Notices'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { actionTexts } from './actionWords'
import { usePlace } from './place'
import { reread } from './reads'

/** Asks for a document and what comes with it. */
export function UploadButton({ name }: { name: string }) {
  const w = useWords(actionTexts)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {w.upload}
      </button>
      {open && <UploadDialog suggested={name} close={() => setOpen(false)} />}
    </>
  )
}

/** A file of a form as the JSON object that it must be; undefined when none was chosen. */
async function json(file: FormDataEntryValue | null, complain: (name: string) => string) {
  if (!(file instanceof File) || file.size === 0) return undefined
  try {
    const read: unknown = JSON.parse(await file.text())
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read
  } catch {
    // Told below.
  }
  throw new Error(complain(file.name))
}

function UploadDialog({ suggested, close }: { suggested: string; close: () => void }) {
  const w = useWords(actionTexts)
  const own = useWords(shared)
  const format = useFormats()
  const cache = useQueryClient()
  const [, go] = usePlace()
  const [key] = useState(() => crypto.randomUUID())
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = new FormData(event.currentTarget)
    const name = String(chosen.get('name')).trim()
    setBusy(true)
    setFailure(null)
    try {
      const form = new FormData()
      form.set('model', chosen.get('model') as File)
      for (const part of ['reference', 'card']) {
        const read = await json(chosen.get(part), w.notJson)
        if (read) form.set(part, new Blob([JSON.stringify(read)], { type: 'application/json' }), `${part}.json`)
      }
      const note = String(chosen.get('note')).trim()
      if (note) form.set('note', note)
      const asked = command.POST('/api/models/{name}/versions', {
        params: { path: { name }, header: { 'Idempotency-Key': key } } as never,
        body: form as never,
        bodySerializer: whole => whole as never,
      })
      const uploaded = await body(asked)
      const known = (await asked).response.status === 200
      const version = format.whole(uploaded.version ?? 0)
      tell(
        known ? w.known(name, version) : uploaded.canScore ? w.uploaded(name, version) : w.cannotScore(name, version),
      )
      close()
      await reread(cache, name, uploaded.consistencyToken)
      go({ name, version: uploaded.version, view: 'card' })
    } catch (problem) {
      setFailure(problem)
      setBusy(false)
    }
  }

  return (
    <Dialog title={w.uploadTitle(suggested)} close={close}>
      <form className="models-form" onSubmit={submit}>
        <label>
          {own.name}
          <input name="name" required defaultValue={suggested} pattern="[A-Za-z0-9._\-]{1,64}" />
        </label>
        <label>
          {w.file}
          <input name="model" type="file" required accept=".pmml,.xml,application/xml,text/xml" />
        </label>
        <label>
          {w.referenceFile}
          <input name="reference" type="file" accept=".json,application/json" />
        </label>
        <label>
          {w.cardFile}
          <input name="card" type="file" accept=".json,application/json" />
        </label>
        <label>
          {w.note}
          <input name="note" maxLength={500} />
        </label>
        <FormFault failure={failure} />
        <div className="models-buttons">
          <button type="submit" className="first" disabled={busy}>
            {busy ? w.uploading : w.upload}
          </button>
          <button type="button" onClick={close}>
            {own.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
