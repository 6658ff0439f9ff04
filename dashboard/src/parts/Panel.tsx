import { type ReactNode, useId, useState } from 'react'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import './panel.css'
import { Scrolled } from './Scrolled'

interface Drawn {
  /** Says what is seen. */
  title: string
  /** The answer in one sentence. */
  summary?: ReactNode
  /** What "?" says. */
  help: string
  /** The same figures to read. */
  table?: ReactNode
  /** Beside the title, for switches of this panel. */
  tools?: ReactNode
  children: ReactNode
}

/** A chart or a list with its title, its sentence, its explanation and its table twin. */
export function Panel({ title, summary, help, table, tools, children }: Drawn) {
  const w = useWords(shared)
  const id = useId()
  const [explained, explain] = useState(false)
  const [asTable, showTable] = useState(false)
  return (
    <section className="panel" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          className="plain help"
          aria-expanded={explained}
          aria-label={`${w.explain} ${title}`}
          onClick={() => explain(!explained)}
        >
          ?
        </button>
        <span className="panel-tools">
          {tools}
          {table && (
            <button type="button" className="plain" aria-pressed={asTable} onClick={() => showTable(!asTable)}>
              {asTable ? w.chart : w.table}
            </button>
          )}
        </span>
      </header>
      {summary && <p className="panel-summary">{summary}</p>}
      {explained && <p className="panel-help">{help}</p>}
      {asTable ? (
        <Scrolled label={title} className="panel-table">
          {table}
        </Scrolled>
      ) : (
        children
      )}
    </section>
  )
}
