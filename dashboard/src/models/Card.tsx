import type { ReactNode } from 'react'
import type { Shown } from '../api/api'
import { mayAct, useMe } from '../api/me'
import { useFormats } from '../format/format'
import { Panel } from '../parts/Panel'
import { Scrolled } from '../parts/Scrolled'
import { Loaded } from '../parts/States'
import { Table } from '../parts/Table'
import { Ago } from '../parts/Time'
import { useWords } from '../words/language'
import { cardOf, type Card as Written } from './cardFields'
import { Features } from './Features'
import { useVersion } from './reads'
import { texts } from './words'

/** What somebody must know of a version before using it. */
export function Card({ name, version }: { name: string; version: number }) {
  const read = useVersion(name, version)
  return (
    <Loaded from={read} lines={12}>
      {shown => {
        const card = cardOf(shown.card)
        return (
          <div className="models-panels">
            <div className="models-column">
              <Facts shown={shown} card={card} />
              <Features shown={shown} card={card} />
            </div>
            <div className="models-column">
              <Measures shown={shown} />
              <Limits card={card} />
              <Text card={card} />
            </div>
          </div>
        )
      }}
    </Loaded>
  )
}

function Facts({ shown, card }: { shown: Shown['ShownModelVersion']; card: Written | null }) {
  const w = useWords(texts)
  const format = useFormats()
  const data = card?.data
  const facts: [string, ReactNode][] = [
    [w.algorithm, card?.algorithm],
    [w.type, `${shown.modelType}, PMML ${shown.schema.pmmlVersion}`],
    [w.setting, card?.setting],
    [w.data, data?.source],
    [
      '',
      data?.rows !== undefined &&
        w.dataRows(format.count(data.rows), format.whole(data.positives ?? 0), data.target ?? '?'),
    ],
    [w.trainedAt, card?.trainedAt && <Ago at={card.trainedAt} />],
    [w.trainedBy, card?.trainedBy],
    [
      w.uploaded,
      <>
        <Ago at={shown.uploadedAt} />
        {', '}
        {shown.uploadedBy ? w.uploadedBy(shown.uploadedBy) : w.ofTheBuild}
      </>,
    ],
    [w.note, shown.note],
    [w.fingerprint, data?.sha256 && <Hash value={data.sha256} />],
    [w.documentHash, <Hash key="hash" value={shown.sha256} />],
    [w.document, <Document key="document" shown={shown} />],
  ]
  return (
    <Panel title={w.facts} help={w.factsHelp} summary={card ? undefined : w.noCard}>
      <dl className="facts">
        {facts
          .filter(([, fact]) => fact)
          .map(([name, fact]) => (
            <div key={name || 'rows'}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
      </dl>
    </Panel>
  )
}

function Document({ shown }: { shown: Shown['ShownModelVersion'] }) {
  const me = useMe()
  const w = useWords(texts)
  const format = useFormats()
  const size = w.bytes(format.one(shown.bytes / 1000))
  if (!mayAct(me, 'agency-manager', 'data-scientist', 'auditor')) return size
  return (
    <a
      href={`/api/models/${encodeURIComponent(shown.name)}/versions/${shown.version}/document`}
      download={`${shown.name}-${shown.version}.pmml`}
    >
      {w.download} ({size})
    </a>
  )
}

/** The beginning tells it from others; the whole is there for whoever compares. */
function Hash({ value }: { value: string }) {
  return <code title={value}>{value.slice(0, 16)}…</code>
}

function Measures({ shown }: { shown: Shown['ShownModelVersion'] }) {
  const w = useWords(texts)
  const format = useFormats()
  const measures = Object.entries(shown.measures)
  return (
    <Panel title={w.measures} help={w.measuresHelp} summary={measures.length === 0 ? w.noMeasures : undefined}>
      {measures.length > 0 && (
        <Table
          caption={w.measures}
          rows={measures}
          keyOf={([name]) => name}
          columns={[
            { name: w.measure, cell: ([name]) => w.measureNames[name] ?? name },
            { name: w.mean, number: true, cell: ([, measure]) => format.three(measure.mean) },
            {
              name: w.error,
              number: true,
              cell: ([, measure]) =>
                measure.standardError === null || measure.standardError === undefined
                  ? '–'
                  : format.three(measure.standardError),
            },
          ]}
        />
      )}
    </Panel>
  )
}

function Limits({ card }: { card: Written | null }) {
  const w = useWords(texts)
  if (!card || card.limits.length === 0) return null
  return (
    <Panel title={w.limits} help={w.limitsHelp}>
      <ul className="limits" lang="en">
        {card.limits.map(limit => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </Panel>
  )
}

function Text({ card }: { card: Written | null }) {
  const w = useWords(texts)
  if (!card?.text) return null
  return (
    <Panel title={w.cardText} help={w.cardTextHelp}>
      <Scrolled as="pre" label={w.cardText} className="card-text" lang="en">
        {card.text}
      </Scrolled>
    </Panel>
  )
}
