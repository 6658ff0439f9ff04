import { type FocusEvent, type PointerEvent, useMemo, useState } from 'react'

/**
 * A short list that holds still while a pointer or the focus is in it: nobody presses what has just come under the cursor.
 *
 * @returns what to show, and what the element around the list has to hear
 */
export function useStill<T>(latest: T) {
  const [held, hold] = useState<{ value: T } | null>(null)
  const hands = useMemo(() => {
    const keep = () => hold(before => before ?? { value: latest })
    return {
      onPointerEnter: keep,
      onFocus: keep,
      onPointerLeave: (event: PointerEvent) => {
        if (!event.currentTarget.matches(':focus-within')) hold(null)
      },
      onBlur: (event: FocusEvent) => {
        const stays = event.currentTarget.contains(event.relatedTarget) || event.currentTarget.matches(':hover')
        if (!stays) hold(null)
      },
    }
  }, [latest])
  return { shown: held ? held.value : latest, hands }
}
