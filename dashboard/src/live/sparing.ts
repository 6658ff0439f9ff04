/** No two within this, and none before a moment that is another on every page: pages that all lose a service come back apart. */
const EVERY = 1_000
const APART = 500

/**
 * Does something soon after it is asked for, once for all that is asked for meanwhile.
 *
 * @param random between 0 and 1
 */
export function sparingly(act: () => void, random: () => number = Math.random) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = Number.NEGATIVE_INFINITY
  return {
    ask() {
      timer ??= setTimeout(
        () => {
          timer = undefined
          last = Date.now()
          act()
        },
        Math.max(random() * APART, last + EVERY - Date.now()),
      )
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
