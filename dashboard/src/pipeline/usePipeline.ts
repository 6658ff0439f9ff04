import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type PipelineNow, readPipeline } from '../api/pipeline'
import { type Outages, outagesAfter, readHealth } from './health'
import { type Moment, remembered } from './history'

/** The service looks once a second however many ask; twice that is live enough, and only while somebody sees it. */
const EVERY = 2_000

// Kept beside the page, so that going to another screen and back forgets neither when an outage began nor the lines.
let outages: Outages = new Map()
let history: Moment[] = []

/** The way of an event now; what was known stays while nobody answers. */
export function usePipeline() {
  const asked = useQuery({
    queryKey: ['pipeline'],
    queryFn: ({ signal }) => readPipeline(signal),
    refetchInterval: EVERY,
    staleTime: 0,
    // The next look is the next try.
    retry: false,
  })
  const [moments, setMoments] = useState(history)
  const now: PipelineNow | undefined = asked.data
  useEffect(() => {
    if (!now) return
    history = remembered(history, now)
    setMoments(history)
  }, [now])
  return { asked, now, moments }
}

/** Which services are down, and since when. */
export function useOutages(): { outages: Outages; known: boolean } {
  const asked = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => readHealth(signal),
    refetchInterval: EVERY,
    staleTime: 0,
    retry: false,
  })
  const [down, setDown] = useState(outages)
  const { data, dataUpdatedAt } = asked
  useEffect(() => {
    if (!data) return
    outages = outagesAfter(outages, data, dataUpdatedAt)
    setDown(outages)
  }, [data, dataUpdatedAt])
  return { outages: down, known: data !== undefined }
}
