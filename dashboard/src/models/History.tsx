import type { Shown } from '../api/api'
import { useFormats } from '../format/format'
import { Panel } from '../parts/Panel'
import { Scrolled } from '../parts/Scrolled'
import { Table } from '../parts/Table'
import { Ago } from '../parts/Time'
import { useWords } from '../words/language'
import { historyTexts } from './words'

/** Who decided what, when and why. */
export function History({ model }: { model: Shown['ShownModel'] }) {
  const w = useWords(historyTexts)
  const format = useFormats()
  return (
    <Panel title={w.title(model.name)} help={w.help} summary={w.summary(format.whole(model.history.length))}>
      <Scrolled label={w.title(model.name)} className="wide">
        <Table
          caption={w.title(model.name)}
          rows={model.history.toReversed()}
          keyOf={happening => String(happening.revision)}
          columns={[
            { name: w.when, cell: happening => <Ago at={happening.at} /> },
            { name: w.what, cell: happening => <What happening={happening} /> },
            {
              name: w.who,
              cell: happening => (
                <>
                  {happening.actor ?? w.vigie}
                  {happening.proposedBy && <span className="quiet"> · {w.proposedBy(happening.proposedBy)}</span>}
                </>
              ),
            },
            { name: w.why, cell: happening => happening.reason ?? <span className="quiet">–</span> },
          ]}
        />
      </Scrolled>
    </Panel>
  )
}

function What({ happening }: { happening: Shown['ModelHappening'] }) {
  const w = useWords(historyTexts)
  const version = String(happening.version)
  const alias = happening.alias ? (w.aliases[happening.alias] ?? happening.alias) : ''
  return (
    <>
      {w.types[happening.type]?.(version, alias) ?? `${happening.type} ${version}`}
      {happening.replaced && <span className="quiet"> {w.inPlaceOf(String(happening.replaced))}</span>}
    </>
  )
}
