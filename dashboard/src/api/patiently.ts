import { Problem, Unreachable } from './problem'

const PAUSE = 1_000

/** Too much at once, or not now. */
const PASSING = [429, 503]

/**
 * Asks again for as long as the answer is that the views are behind, that it is too much at once, or nobody answers.
 *
 * @param longest milliseconds after which the last failure is thrown
 */
export async function patiently<T>(ask: () => Promise<T>, longest: number, signal?: AbortSignal): Promise<T> {
  const until = Date.now() + longest
  for (;;) {
    try {
      return await ask()
    } catch (failure) {
      const mayPass = failure instanceof Unreachable || (failure instanceof Problem && PASSING.includes(failure.status))
      if (!mayPass || signal?.aborted || Date.now() + PAUSE > until) throw failure
      await new Promise(go => setTimeout(go, PAUSE))
      signal?.throwIfAborted()
    }
  }
}
