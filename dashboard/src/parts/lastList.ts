import { useEffect } from 'react'
import { useLocation, useSearch } from 'wouter'

let last = '/clients'

/** Remembers the list that somebody looks at, with its filters: what the way back from a client leads to. */
export function useRememberedList() {
  const [path] = useLocation()
  const search = useSearch()
  useEffect(() => {
    if (path === '/clients') last = search ? `${path}?${search}` : path
  }, [path, search])
}

/** Where the list is, as it was seen last. */
export const lastList = () => last
