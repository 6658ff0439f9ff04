import { body, query } from './api'

// GET /api/pipeline, until the published API has it.

export interface PerSecond {
  last10Seconds: number | null
  last60Seconds: number | null
}

/** A part that handles records, or a topic that holds them. */
export interface Stage {
  name: string
  kind: 'part' | 'topic'
  records: number | null
  perSecond: PerSecond | null
}

/** The way from one stage to the next; how many records wait there, and how old the oldest is. */
export interface Edge {
  from: string
  to: string
  records: number | null
  millis: number | null
}

/** In milliseconds; null without any. */
export interface Percentiles {
  count: number
  p50: number | null
  p95: number | null
  p99: number | null
}

export interface Reader {
  stage: string
  position: number | null
  lag: number | null
  owner: string | null
}

export interface PartitionStanding {
  topic: string
  partition: number
  endOffset: number | null
  readers: Reader[]
}

/** The way of an event in numbers; null is what isn't known. */
export interface PipelineNow {
  at: string
  kafka: 'available' | 'unavailable'
  stages: Stage[]
  edges: Edge[]
  latencies: { eventToTopic: Percentiles; eventToScore: Percentiles; eventToReadable: Percentiles }
  partitions: PartitionStanding[]
  parts: { name: string; instances: number | null; lastSeenAt: string | null }[]
}

export const readPipeline = (signal?: AbortSignal): Promise<PipelineNow> =>
  body(query.GET('/api/pipeline' as never, { signal } as never) as never)
