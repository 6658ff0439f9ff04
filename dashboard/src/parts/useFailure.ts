import { useEffect, useState } from 'react'

type Asked = { error: unknown; errorUpdatedAt: number; isSuccess: boolean }

/** A failure, and when it was told; of one query no two have the same time. */
export type Told = { failure: unknown; at: number }

/**
 * Why there is nothing to show; null while it isn't known. It stays while it is asked again: a query that never had an answer
 * forgets its failure with each new try, and the page would change to and fro between the failure and a skeleton.
 */
export function useFailure(asked: Asked): unknown {
  const [last, setLast] = useState<Told | null>(null)
  const { error, errorUpdatedAt } = asked
  useEffect(() => {
    if (error) setLast({ failure: error, at: errorUpdatedAt })
  }, [error, errorUpdatedAt])
  return failureOf(asked, last)
}

/**
 * The failure of now, or while it is asked again the last one.
 *
 * @param last the last failure that was seen, perhaps of another query
 */
export function failureOf({ error, errorUpdatedAt, isSuccess }: Asked, last: Told | null): unknown {
  if (error) return error
  return !isSuccess && last?.at === errorUpdatedAt ? last.failure : null
}
