import { useState } from 'react'
import './marked.css'

/**
 * The class of something that tells `told`: what has changed since it was first drawn is marked for a moment. The two
 * classes look alike; changing from one to the other starts the moment again.
 */
export function useMarked(told: unknown): string {
  const [before, keep] = useState(told)
  const [times, count] = useState(0)
  if (told !== before) {
    keep(told)
    count(times + 1)
  }
  if (times === 0) return ''
  return times % 2 === 1 ? 'marked-once' : 'marked-again'
}
