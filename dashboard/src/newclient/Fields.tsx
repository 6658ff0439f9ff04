import { useAccountManagers } from '../api/reads'
import { useFormats } from '../format/format'
import { faultOf } from '../parts/Faults'
import { Field } from '../parts/Field'
import { takers } from '../parts/freeplaces'
import { ManagerSelect } from '../parts/ManagerSelect'
import { today } from '../parts/numbers'
import { useWords } from '../words/language'
import { type Fault, type FieldName, LONGEST, type Written, yearsSince } from './registration'
import { texts } from './words'

/** The form's fields, each with what is wrong with it, first as the page sees it, then as the service said it. */
export function Fields({
  written,
  write,
  faults,
  failure,
  fixed,
}: {
  written: Written
  write: (written: Written) => void
  faults: Partial<Record<FieldName, Fault>>
  failure: unknown
  fixed: boolean
}) {
  const w = useWords(texts)
  const format = useFormats()
  const managers = useAccountManagers()

  const saidOf = (field: FieldName): string | undefined => {
    const fault = faults[field]
    if (!fault) return faultOf(failure, field)
    if (fault === 'long') return w.faults.long(format.whole(LONGEST[field as keyof typeof LONGEST]))
    if (field === 'accountManagerId') return w.faults.accountManagerId
    return fault === 'required' ? w.faults.required : w.faults[field as 'age']
  }
  const put = (field: FieldName) => (event: { target: { value: string } }) =>
    write({ ...written, [field]: event.target.value })
  const own = (field: FieldName) => ({ name: field, value: written[field], onChange: put(field) })
  const counted = yearsSince(written.onboardedOn)
  const noneFree = managers.data && takers(managers.data).length === 0

  return (
    <fieldset className="new-client-fields" disabled={fixed}>
      <legend className="only-heard">{w.title}</legend>
      <Field label={w.fields.name} fault={saidOf('name')}>
        <input {...own('name')} autoComplete="off" />
      </Field>
      <Field label={w.fields.company} fault={saidOf('company')}>
        <input {...own('company')} autoComplete="off" />
      </Field>
      <div className="new-client-wide">
        <Field label={w.fields.location} hint={w.locationHint} fault={saidOf('location')}>
          <input {...own('location')} autoComplete="off" />
        </Field>
      </div>
      <Field label={w.fields.age} fault={saidOf('age')}>
        <input {...own('age')} type="number" min="0" max="150" step="1" />
      </Field>
      <Field label={w.fields.numSites} fault={saidOf('numSites')}>
        <input {...own('numSites')} type="number" min="0" max="1000000" step="1" />
      </Field>
      <Field label={w.fields.totalPurchase} fault={saidOf('totalPurchase')}>
        <input {...own('totalPurchase')} type="number" min="0" step="any" />
      </Field>
      <Field label={w.fields.onboardedOn} fault={saidOf('onboardedOn')}>
        <input {...own('onboardedOn')} type="date" min="1900-01-01" max={today()} />
      </Field>
      <Field
        label={w.fields.years}
        hint={counted === null ? w.yearsNoDay : w.yearsHint(format.one(counted))}
        fault={saidOf('years')}
      >
        <input {...own('years')} type="number" min="0" max="150" step="any" />
      </Field>
      <div className="new-client-managed">
        <label>
          <input
            type="checkbox"
            role="switch"
            aria-checked={written.managed}
            checked={written.managed}
            disabled={noneFree && !written.managed}
            onChange={event => write({ ...written, managed: event.target.checked })}
          />
          {w.managed}
        </label>
        {written.managed ? (
          <Field label={w.fields.accountManagerId} hint={w.managedHint} fault={saidOf('accountManagerId')}>
            <ManagerSelect
              name="accountManagerId"
              managers={managers.data ?? []}
              chosen={written.accountManagerId}
              choose={accountManagerId => write({ ...written, accountManagerId })}
            />
          </Field>
        ) : (
          noneFree && <p className="quiet">{w.noneFree}</p>
        )}
      </div>
    </fieldset>
  )
}
