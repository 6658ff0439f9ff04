import { useEffect, useState } from 'react'

type Asked = { error: unknown; errorUpdateCount: number; isSuccess: boolean }

/**
 * Why there is nothing to show; null while it isn't known. It stays while it is asked again: a query that never had an answer
 * forgets its failure with each new try, and the page would change to and fro between the failure and a skeleton.
 */
export function useFailure(asked: Asked): unknown {
  const [last, setLast] = useState<unknown>(null)
  const { error } = asked
  useEffect(() => {
    if (error) setLast(error)
  }, [error])
  return failureOf(asked, last)
}

/**
 * The failure of now, or while it is asked again the last one.
 *
 * @param last the last failure that was seen, perhaps of another query
 */
export function failureOf({ error, errorUpdateCount, isSuccess }: Asked, last: unknown): unknown {
  if (error) return error
  return !isSuccess && errorUpdateCount > 0 ? last : null
}
