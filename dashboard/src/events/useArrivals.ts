import { useCallback, useEffect, useRef, useState } from 'react'
import type { ListedEvent } from '../api/events'
import { useLive } from '../live/live'
import { type Arrivals, arrived, NONE, released } from './arrivals'
import type { Filters } from './place'

/** At 200 events a second the list is drawn four times, not 200 times. */
const TOGETHER = 250
/** Further down than this, what comes on top would move what is read. */
const TOP = 120

/** What the stream brings while the list is open; it waits while the list is held. */
export function useArrivals(filters: Filters, held: boolean): [Arrivals, () => void] {
  const [arrivals, setArrivals] = useState<Arrivals>(NONE)
  const coming = useRef<ListedEvent[]>([])
  const isHeld = useRef(held)
  useEffect(() => {
    isHeld.current = held
    if (!held && scrollY <= TOP) setArrivals(released)
  }, [held])
  useEffect(() => {
    const timer = setInterval(() => {
      const events = coming.current
      if (events.length === 0) return
      coming.current = []
      setArrivals(before => arrived(before, events, filters, isHeld.current || scrollY > TOP))
    }, TOGETHER)
    return () => clearInterval(timer)
  }, [filters])
  useLive(
    'events',
    useCallback(patch => void coming.current.push(patch as unknown as ListedEvent), []),
  )
  return [arrivals, useCallback(() => setArrivals(released), [])]
}
