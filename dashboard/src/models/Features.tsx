import type { Shown } from '../api/api'
import { useFormats } from '../format/format'
import { Panel } from '../parts/Panel'
import { Scrolled } from '../parts/Scrolled'
import { Table } from '../parts/Table'
import { useWords } from '../words/language'
import type { Card } from './cardFields'
import { texts } from './words'

/** The inputs that the document asks for, with units and the ranges that training saw. */
export function Features({ shown, card }: { shown: Shown['ShownModelVersion']; card: Card | null }) {
  const w = useWords(texts)
  const format = useFormats()
  const told = new Map(card?.inputs.map(input => [input.name, input]))
  const range = (name: string) => {
    const input = told.get(name)
    if (input?.categories) return input.categories.join(', ')
    const seen = shown.trainingRanges[name]
    const min = seen?.min ?? input?.min
    const max = seen?.max ?? input?.max
    return min === undefined || max === undefined ? w.unknownRange : `${format.one(min)} – ${format.one(max)}`
  }
  const mean = (name: string) => {
    const value = told.get(name)?.mean
    return value === undefined ? '–' : format.one(value)
  }
  const reference = (name: string) => {
    const value = shown.referencePoint[name]
    return typeof value === 'number' ? format.one(value) : value === undefined ? '–' : String(value)
  }
  return (
    <Panel title={w.features} help={w.featuresHelp}>
      <Scrolled label={w.features} className="wide">
        <Table
          caption={w.features}
          rows={shown.schema.inputs}
          keyOf={input => input.name}
          columns={[
            { name: w.feature, cell: input => <code>{input.name}</code> },
            { name: w.kind, cell: input => told.get(input.name)?.kind ?? input.optype },
            { name: w.unit, cell: input => told.get(input.name)?.unit ?? '–' },
            { name: w.range, number: true, cell: input => range(input.name) },
            { name: w.typical, number: true, cell: input => mean(input.name) },
            { name: w.reference, number: true, cell: input => reference(input.name) },
          ]}
        />
      </Scrolled>
    </Panel>
  )
}
