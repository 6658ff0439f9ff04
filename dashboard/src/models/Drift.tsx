import { useState } from 'react'
import type { Shown } from '../api/api'
import { useFormats } from '../format/format'
import { Panel } from '../parts/Panel'
import { Scrolled } from '../parts/Scrolled'
import { Loaded } from '../parts/States'
import { useWords } from '../words/language'
import { GroupBars, GroupTable } from './GroupBars'
import { driftTexts } from './judgeWords'
import { useDrift } from './reads'

const WINDOWS = [1, 7, 30, 90]

/** Whether what a version is given, and what it answers, is still what it was. */
export function Drift({ name, version }: { name: string; version: number }) {
  const w = useWords(driftTexts)
  const format = useFormats()
  const [days, setDays] = useState(7)
  const asked = useDrift(name, version, days)
  const drift = asked.data
  const fields = drift && [drift.score, ...drift.inputs]
  return (
    <Panel
      title={w.title}
      help={w.help}
      summary={
        drift && (
          <>
            <Verdict verdict={drift.verdict} />{' '}
            {w.summary(
              format.count(drift.window.records),
              format.day(drift.window.from),
              format.day(drift.window.to),
              w.reference[drift.reference.kind] ?? drift.reference.kind,
              format.whole(drift.reference.records),
            )}
          </>
        )
      }
      tools={
        <label>
          {w.window}{' '}
          <select value={days} onChange={event => setDays(Number(event.target.value))}>
            {WINDOWS.map(each => (
              <option key={each} value={each}>
                {w.days(format.count(each))}
              </option>
            ))}
          </select>
        </label>
      }
      table={fields && <GroupTable fields={fields} />}
    >
      <Loaded from={asked} lines={10}>
        {({ score, inputs }) => (
          <Scrolled label={w.title} className="wide">
            <table className="drift">
              <caption className="only-heard">{w.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{w.field}</th>
                  <th scope="col">{w.verdict}</th>
                  <th scope="col" className="number">
                    {w.psi}
                  </th>
                  <th scope="col">{w.groups}</th>
                  <th scope="col" className="number">
                    {w.n}
                  </th>
                  <th scope="col" className="number">
                    {w.missing}
                  </th>
                  <th scope="col" className="number">
                    {w.invalid}
                  </th>
                  <th scope="col" className="number">
                    {w.outOfRange}
                  </th>
                </tr>
              </thead>
              <tbody>
                <Field key="score" field={score} label={w.score} />
                {inputs.map(field => (
                  <Field key={field.field} field={field} />
                ))}
              </tbody>
            </table>
          </Scrolled>
        )}
      </Loaded>
    </Panel>
  )
}

function Verdict({ verdict }: { verdict: Shown['FieldDrift']['verdict'] }) {
  const w = useWords(driftTexts)
  return <span className={`badge drift-${verdict}`}>{w.verdicts[verdict]}</span>
}

function Field({ field, label }: { field: Shown['FieldDrift']; label?: string }) {
  const format = useFormats()
  const rate = (rates: Shown['Rates']) =>
    rates.current === null || rates.current === undefined ? '–' : format.percent(rates.current)
  return (
    <tr>
      <th scope="row">{label ?? <code>{field.field}</code>}</th>
      <td>
        <span title={field.why}>
          <Verdict verdict={field.verdict} />
        </span>
      </td>
      <td className="number">{field.groups.length === 0 ? '–' : format.three(field.psi)}</td>
      <td>
        <GroupBars field={field} />
      </td>
      <td className="number">{format.whole(field.current)}</td>
      <td className="number">{rate(field.missing)}</td>
      <td className="number">{rate(field.invalid)}</td>
      <td className="number">{rate(field.outOfRange)}</td>
    </tr>
  )
}
