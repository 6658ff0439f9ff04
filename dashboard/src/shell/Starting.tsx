import { type ReactNode, useEffect, useState } from 'react'
import { Unreachable } from '../api/api'
import type { Me } from '../api/me'
import { Failing, Skeleton } from '../parts/States'

/** Waits until it is known who is signed in, and asks again while nobody answers. */
export function Starting({ learn, children }: { learn: () => Promise<Me>; children: ReactNode }) {
  const [known, setKnown] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    learn().then(
      () => setKnown(true),
      problem => {
        setFailure(new Unreachable(String(problem)))
        timer = setTimeout(() => setTries(tries + 1), 3_000)
      },
    )
    return () => clearTimeout(timer)
  }, [learn, tries])
  if (known) return children
  return <main className="page">{failure ? <Failing failure={failure} /> : <Skeleton lines={8} />}</main>
}
