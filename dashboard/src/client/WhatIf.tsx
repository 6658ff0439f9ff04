import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { body, query, type Shown } from '../api/api'
import { useFormats } from '../format/format'
import { useFailureText } from '../parts/Faults'
import { useFeature } from '../parts/features'
import { numberOf } from '../parts/numbers'
import { Panel } from '../parts/Panel'
import { RiskBar } from '../parts/Risk'
import { useWords } from '../words/language'
import { ATTRIBUTES, type Attribute, type Changes, changesOf, compared, rangeOf } from './whatif'
import { texts } from './words'

/** While a slider moves, the model is asked only where it rests this long. */
const REST = 200

function useAnswer(client: Shown['ShownClient'], changes: Changes) {
  const [rested, rest] = useState(changes)
  const said = JSON.stringify(changes)
  useEffect(() => {
    const timer = setTimeout(() => rest(JSON.parse(said) as Changes), REST)
    return () => clearTimeout(timer)
  }, [said])
  return useQuery({
    queryKey: ['what-if', client.clientId, client.version, client.risk?.scoredAt, rested],
    enabled: Object.keys(rested).length > 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      body(
        query.POST('/api/clients/{clientId}/what-if', {
          params: { path: { clientId: client.clientId } },
          body: { changes: rested as Required<Changes> },
          signal,
        }),
      ),
  })
}

/** Sliders for what the model is given, and its two answers beside each other. */
export function WhatIf({ client }: { client: Shown['ShownClient'] }) {
  const w = useWords(texts)
  const format = useFormats()
  const textOf = useFailureText()
  const [wished, wish] = useState<Changes>({})
  const changes = changesOf(client, wished)
  const changed = Object.keys(changes).length > 0
  const answer = useAnswer(client, changes)
  const told = changed ? answer.data : undefined
  const summary = told
    ? w.whatIfChanged(
        format.risk(told.before.score),
        format.risk(told.after.score),
        format.points(told.after.score - told.before.score),
      )
    : w.whatIfUnchanged
  return (
    <Panel
      title={w.whatIf}
      help={w.whatIfHelp}
      summary={<span aria-live="polite">{summary}</span>}
      tools={
        changed && (
          <button type="button" className="plain" onClick={() => wish({})}>
            {w.reset}
          </button>
        )
      }
    >
      <div className="what-if">
        {ATTRIBUTES.map(attribute => (
          <Slider
            key={attribute}
            attribute={attribute}
            is={client[attribute]}
            value={changes[attribute] ?? Number(client[attribute].toFixed(2))}
            change={value => wish({ ...wished, [attribute]: value })}
          />
        ))}
      </div>
      {changed && answer.isError && (
        <p className="form-fault" role="alert">
          {textOf(answer.error)}
        </p>
      )}
      {told && <Answers before={told.before} after={told.after} asking={answer.isFetching} />}
      <p className="quiet what-if-manager">{w.whatIfManager}</p>
    </Panel>
  )
}

function Slider({
  attribute,
  is,
  value,
  change,
}: {
  attribute: Attribute
  is: number
  value: number
  change: (value: number) => void
}) {
  const w = useWords(texts)
  const id = useId()
  const { min, max, step } = rangeOf(attribute, is)
  const put = (written: string) => {
    const number = numberOf(written)
    if (number !== null && number >= 0) change(number)
  }
  return (
    <div className="what-if-slider">
      <label htmlFor={id}>{w.sliders[attribute]}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={event => change(near(Number(event.target.value), step))}
      />
      <input
        type="number"
        aria-label={w.sliders[attribute]}
        min={0}
        step={step}
        value={value}
        onChange={event => put(event.target.value)}
      />
    </div>
  )
}

/** The nearest value of the slider's steps; without what adding up tenths leaves. */
const near = (value: number, step: number) => Number((Math.round(value / step) * step).toFixed(4))

function Answers({ before, after, asking }: { before: Shown['Estimate']; after: Shown['Estimate']; asking: boolean }) {
  const w = useWords(texts)
  const format = useFormats()
  const named = useFeature()
  const risk = (estimate: Shown['Estimate']) => ({
    ...estimate,
    model: '',
    modelVersion: 0,
    clientVersion: 0,
    scoredAt: '',
  })
  return (
    <table className="what-if-answers" aria-busy={asking}>
      <thead>
        <tr>
          <th scope="col">{w.now}</th>
          <th scope="col">{w.changed}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            <RiskBar risk={risk(before)} />
          </td>
          <td>
            <RiskBar risk={risk(after)} />
          </td>
        </tr>
        {compared(before, after).map(row => (
          <tr key={row.feature}>
            {[row.was, row.is].map((one, place) => (
              <td key={place === 0 ? 'was' : 'is'}>
                {one && (
                  <>
                    {named(row.feature, one.value)} <b>{format.points(one.contribution)}</b>
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
        {after.outOfRange.length > 0 && (
          <tr>
            <td />
            <td className="warned">
              {w.outOfRange(after.outOfRange.map(feature => named(feature, after.features[feature] ?? 0)).join(', '))}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
