import { type FormEvent, useState } from 'react'
import { newKey } from '../api/submission'
import { useFormats } from '../format/format'
import { Dialog } from '../parts/Dialog'
import { Scrolled } from '../parts/Scrolled'
import { Failing } from '../parts/States'
import { Table } from '../parts/Table'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { followImport, isOver, type Progress, sendFile, useRunningImport } from './running'
import { texts } from './words'

/** Imports a file of clients; for agency managers. */
export function ImportClients() {
  const w = useWords(texts)
  const format = useFormats()
  const [shown, show] = useState(false)
  const { importId, progress, failure } = useRunningImport()
  const running = importId !== null && progress !== undefined && !isOver(progress)
  return (
    <>
      <button type="button" onClick={() => show(true)}>
        {running ? w.running(format.percent(progress.processed / Math.max(1, progress.total))) : w.open}
      </button>
      {shown && (
        <Dialog title={w.title} close={() => show(false)}>
          {importId === null ? (
            <ChooseFile />
          ) : failure && !progress ? (
            <Failing failure={failure} again={() => followImport(null)} />
          ) : (
            progress && <Told progress={progress} />
          )}
        </Dialog>
      )}
    </>
  )
}

function ChooseFile() {
  const w = useWords(texts)
  const [file, setFile] = useState<File | null>(null)
  const [key, setKey] = useState('')
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!file || sending) return
    setSending(true)
    setFailure(null)
    sendFile(file, key)
      .then(followImport, setFailure)
      .finally(() => setSending(false))
  }
  return (
    <form className="state" onSubmit={send}>
      <p className="quiet">{w.what}</p>
      <label>
        {w.file}{' '}
        <input
          type="file"
          accept=".csv,text/csv"
          required
          onChange={event => {
            setFile(event.target.files?.[0] ?? null)
            setKey(newKey())
          }}
        />
      </label>
      {failure !== null && <Failing failure={failure} />}
      <button type="submit" className="first" disabled={!file || sending}>
        {sending ? w.sending : w.start}
      </button>
    </form>
  )
}

function Told({ progress }: { progress: Progress }) {
  const w = useWords(texts)
  const format = useFormats()
  if (!isOver(progress)) {
    return (
      <div className="state" role="status">
        <progress max={Math.max(1, progress.total)} value={progress.processed} aria-label={w.title} />
        <p>{w.progress(format.whole(progress.processed), format.whole(progress.total))}</p>
        <p className="quiet">{w.goesOn}</p>
      </div>
    )
  }
  return (
    <div className="state" role="status">
      <p className="state-title">
        {progress.failure ? w.failed : w.done(progress.accepted, format.whole(progress.accepted))}
      </p>
      {progress.failure && <p>{progress.failure}</p>}
      {progress.duplicate > 0 && <p>{w.duplicate(progress.duplicate, format.whole(progress.duplicate))}</p>}
      {progress.conflicts > 0 && <p>{w.conflicts(progress.conflicts, format.whole(progress.conflicts))}</p>}
      <Findings
        title={w.rejected(progress.rejected, format.whole(progress.rejected))}
        all={progress.rejected}
        found={progress.rejections}
      />
      <Findings
        title={w.warnings(progress.warnings, format.whole(progress.warnings))}
        all={progress.warnings}
        found={progress.warned}
      />
      <button type="button" onClick={() => followImport(null)}>
        {w.another}
      </button>
    </div>
  )
}

function Findings({ title, all, found }: { title: string; all: number; found: Progress['rejections'] }) {
  const w = useWords(texts)
  const { reason } = useWords(shared)
  const format = useFormats()
  if (all === 0) return null
  return (
    <Scrolled label={title} className="panel-table">
      <p>{title}</p>
      <Table
        caption={title}
        rows={found}
        keyOf={one => `${one.line} ${one.column} ${one.reason}`}
        columns={[
          { name: w.line, number: true, cell: one => format.whole(one.line) },
          { name: w.column, cell: one => one.column ?? '' },
          { name: reason, cell: one => one.reason },
        ]}
      />
      {found.length < all && <p className="quiet">{w.more(format.whole(found.length))}</p>}
    </Scrolled>
  )
}
