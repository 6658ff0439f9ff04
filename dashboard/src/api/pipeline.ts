import { body, query, type Shown } from './api'

/** The way of an event in numbers; null is what isn't known. */
export type PipelineNow = Shown['Pipeline']
export type Edge = PipelineNow['edges'][number]
/** In milliseconds; null without any. */
export type Percentiles = PipelineNow['latencies']['eventToScore']
export type PartitionStanding = PipelineNow['partitions'][number]
export type Reader = PartitionStanding['readers'][number]

export const readPipeline = (signal?: AbortSignal): Promise<PipelineNow> => body(query.GET('/api/pipeline', { signal }))
