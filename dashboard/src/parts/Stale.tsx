import type { UseQueryResult } from '@tanstack/react-query'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import './stale.css'
import { Ago } from './Time'

type Kept = Pick<UseQueryResult, 'data' | 'isError' | 'dataUpdatedAt'>

/** Says that reading again failed and since when what is shown holds. */
export function Stale({ from }: { from: Kept }) {
  const w = useWords(shared)
  if (!from.isError || from.data === undefined) return null
  return (
    <p className="stale" role="status">
      {w.keptShown} <Ago at={new Date(from.dataUpdatedAt).toISOString()} />
    </p>
  )
}
