import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { body, command } from '../api/api'
import { useSubmission } from '../api/submission'
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

type Part = 'model' | 'reference' | 'card'

interface Upload {
  name: string
  note: string
  files: Record<Part, FormDataEntryValue | null>
  /** Tells one choice of files from another; files themselves say nothing when they are compared. */
  chosen: string[]
}

function uploadOf(form: FormData): Upload {
  const files = { model: form.get('model'), reference: form.get('reference'), card: form.get('card') }
  return {
    name: String(form.get('name')).trim(),
    note: String(form.get('note')).trim(),
    files,
    chosen: Object.values(files).map(file =>
      file instanceof File ? `${file.name} ${file.size} ${file.lastModified}` : '',
    ),
  }
}

function UploadDialog({ suggested, close }: { suggested: string; close: () => void }) {
  const w = useWords(actionTexts)
  const own = useWords(shared)
  const format = useFormats()
  const cache = useQueryClient()
  const [, go] = usePlace()
  const { submit, pending, failure } = useSubmission(async ({ name, note, files }: Upload, key) => {
    const form = new FormData()
    form.set('model', files.model as File)
    for (const part of ['reference', 'card'] as const) {
      const read = await json(files[part], w.notJson)
      if (read) form.set(part, new Blob([JSON.stringify(read)], { type: 'application/json' }), `${part}.json`)
    }
    if (note) form.set('note', note)
    const asked = command.POST('/api/models/{name}/versions', {
      params: { path: { name }, header: { 'Idempotency-Key': key } } as never,
      body: form as never,
      bodySerializer: whole => whole as never,
    })
    return { ...(await body(asked)), known: (await asked).response.status === 200 }
  })

  const upload = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const written = uploadOf(new FormData(event.currentTarget))
    const { name } = written
    const uploaded = await submit(written)
    if (!uploaded) return
    const version = format.whole(uploaded.version ?? 0)
    tell(
      uploaded.known
        ? w.known(name, version)
        : uploaded.canScore
          ? w.uploaded(name, version)
          : w.cannotScore(name, version),
    )
    close()
    await reread(cache, name, uploaded.consistencyToken)
    go({ name, version: uploaded.version, view: 'card' })
  }

  return (
    <Dialog title={w.uploadTitle(suggested)} close={close}>
      <form className="models-form" onSubmit={upload}>
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
          <button type="submit" className="first" disabled={pending}>
            {pending ? w.uploading : w.upload}
          </button>
          <button type="button" onClick={close}>
            {own.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
