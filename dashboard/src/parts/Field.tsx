import { cloneElement, type ReactElement, useId } from 'react'
import './field.css'

interface Input {
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

/** A field with its name above it, and below it what is meant or, once it is known, what is wrong. */
export function Field({
  label,
  hint,
  fault,
  children,
}: {
  label: string
  hint?: string
  fault?: string
  children: ReactElement<Input>
}) {
  const id = useId()
  const said = fault ?? hint
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, {
        id,
        'aria-invalid': fault ? true : undefined,
        'aria-describedby': said ? `${id}-said` : undefined,
      })}
      {said && (
        <p id={`${id}-said`} className={fault ? 'field-fault' : 'quiet'}>
          {said}
        </p>
      )}
    </div>
  )
}
