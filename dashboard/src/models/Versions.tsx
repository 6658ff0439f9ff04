import type { Shown } from '../api/api'
import { useFormats } from '../format/format'
import { Panel } from '../parts/Panel'
import { Table } from '../parts/Table'
import { Ago } from '../parts/Time'
import { useWords } from '../words/language'
import { usePlace } from './place'
import { texts } from './words'

/** The versions of a model, the newest first, and whether what was decided is in place. */
export function Versions({ model, chosen }: { model: Shown['ShownModel']; chosen: number }) {
  const w = useWords(texts)
  const format = useFormats()
  const [, go] = usePlace()
  return (
    <>
      <Panel
        title={w.versions}
        help={w.versionsHelp}
        summary={w.versionsSummary(
          format.whole(model.versions.length),
          model.champion ? format.whole(model.champion) : w.noChampion,
        )}
      >
        <ul className="versions">
          {model.versions.toReversed().map(version => (
            <li key={version.version}>
              <button
                type="button"
                className="version"
                aria-current={version.version === chosen}
                onClick={() => go({ version: version.version })}
              >
                <b>{version.version}</b>
                <span className={`badge badge-${version.status}`}>{w.statuses[version.status] ?? version.status}</span>
                <span className="version-type quiet">{version.modelType}</span>
                <span className="version-when quiet">
                  <Ago at={version.uploadedAt} />
                  {', '}
                  {version.uploadedBy ? w.uploadedBy(version.uploadedBy) : w.ofTheBuild}
                </span>
                {version.note && <span className="version-note">{version.note}</span>}
              </button>
            </li>
          ))}
        </ul>
      </Panel>
      <InPlace model={model} />
    </>
  )
}

function InPlace({ model }: { model: Shown['ShownModel'] }) {
  const w = useWords(texts)
  const format = useFormats()
  const latest = Math.max(0, ...model.swaps.map(swap => swap.revision))
  const done = model.swaps.filter(swap => swap.revision === latest).length
  const answer = model.inPlace === null ? w.notUsed : model.inPlace ? w.inPlace : w.notInPlace(format.count(done))
  if (model.swaps.length === 0) return <p className="quiet models-place">{answer}</p>
  return (
    <details className="models-place">
      <summary>{answer}</summary>
      <Table
        caption={w.partitions}
        rows={model.swaps}
        keyOf={swap => String(swap.partition)}
        columns={[
          { name: w.partition, number: true, cell: swap => swap.partition },
          {
            name: w.model,
            cell: swap => `${swap.champion}${swap.challenger ? ` (+ ${swap.challenger})` : ''}`,
          },
          { name: w.fromOffset, number: true, cell: swap => format.whole(swap.offset) },
          { name: w.since, cell: swap => <Ago at={swap.swappedAt} /> },
        ]}
      />
    </details>
  )
}
