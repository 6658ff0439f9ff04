import { useRef, useState } from 'react'
import { Problem } from './problem'

/** A name for one request that nobody else will choose. Also where the page isn't served over TLS. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => (byte + 256).toString(16).slice(1)).join('')

/** Whether it is certain that nothing was done. */
const isRefusal = (failure: unknown) => failure instanceof Problem && failure.status < 500

/**
 * Keys for what is sent: the same words have the same key for as long as it isn't known what became of them, so that
 * sending them again does it once.
 */
export function keyKeeper(make: () => string = newKey) {
  let kept: { said: string; key: string } | null = null
  return {
    keyFor(words: unknown): string {
      const said = JSON.stringify(words)
      if (kept?.said !== said) kept = { said, key: make() }
      return kept.key
    },
    /** It is known what became of it. */
    answered() {
      kept = null
    },
    failed(failure: unknown) {
      if (isRefusal(failure)) kept = null
    },
  }
}

/** Sends one thing at a time: a second press while it is under way does nothing. */
export function useSubmission<W, A>(send: (words: W, key: string) => Promise<A>) {
  const keys = useRef<ReturnType<typeof keyKeeper> | null>(null)
  keys.current ??= keyKeeper()
  const running = useRef(false)
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const submit = async (words: W): Promise<A | undefined> => {
    const keeper = keys.current
    if (running.current || !keeper) return undefined
    running.current = true
    setPending(true)
    setFailure(null)
    try {
      const answer = await send(words, keeper.keyFor(words))
      keeper.answered()
      return answer
    } catch (problem) {
      keeper.failed(problem)
      setFailure(problem)
      return undefined
    } finally {
      running.current = false
      setPending(false)
    }
  }
  return { submit, pending, failure, forget: () => setFailure(null) }
}
