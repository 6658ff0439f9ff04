import { type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { body, command, query } from '../api/api'
import { againAfterFailure } from '../api/problem'

// Keys begin with 'models': what the stream tells of a model has them read again. What is costly to tell (bands, comparison)
// and goes by all clients is kept for a minute.

const MINUTE = 60_000

export const useModels = () =>
  useInfiniteQuery({
    queryKey: ['models', 'list'],
    queryFn: ({ signal, pageParam }) =>
      body(query.GET('/api/models', { params: { query: { limit: '200', cursor: pageParam } as never }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

export const useModel = (name: string) =>
  useQuery({
    queryKey: ['models', 'one', name],
    queryFn: ({ signal }) => body(query.GET('/api/models/{name}', { params: { path: { name } } as never, signal })),
    // Which partitions score with it already is nothing that the stream tells.
    refetchInterval: asked => (asked.state.data?.inPlace === false ? 2_000 : againAfterFailure(asked)),
  })

const at = (name: string, version: number) => ({ params: { path: { name, version: String(version) } } as never })

/** A version's document never changes; its status does, and is told with the model. */
export const useVersion = (name: string, version: number) =>
  useQuery({
    queryKey: ['model-version', name, version],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => body(query.GET('/api/models/{name}/versions/{version}', { ...at(name, version), signal })),
  })

export const useComparison = (name: string, on: boolean) =>
  useQuery({
    queryKey: ['models', 'comparison', name],
    enabled: on,
    staleTime: MINUTE,
    queryFn: ({ signal }) =>
      body(query.GET('/api/models/{name}/comparison', { params: { path: { name } } as never, signal })),
    refetchInterval: asked => againAfterFailure(asked) || MINUTE,
  })

export const useDrift = (name: string, version: number, days: number) =>
  useQuery({
    queryKey: ['models', 'drift', name, version, days],
    staleTime: MINUTE,
    queryFn: ({ signal }) =>
      body(
        query.GET('/api/models/{name}/versions/{version}/drift', {
          params: { path: { name, version: String(version) }, query: { days: String(days) } } as never,
          signal,
        }),
      ),
  })

export const useQuality = (name: string, version: number) =>
  useQuery({
    queryKey: ['models', 'quality', name, version],
    staleTime: MINUTE,
    queryFn: ({ signal }) =>
      body(query.GET('/api/models/{name}/versions/{version}/quality', { ...at(name, version), signal })),
  })

/** Every client is scored anew to tell it: asked only where somebody wants to know. */
export const useBandChanges = (name: string, version: number) =>
  useQuery({
    queryKey: ['band-changes', name, version],
    staleTime: MINUTE,
    queryFn: ({ signal }) =>
      body(query.GET('/api/models/{name}/versions/{version}/band-changes', { ...at(name, version), signal })),
  })

/** Proposals are nothing that the stream tells. */
export const useProposals = (name: string, on: boolean) =>
  useQuery({
    queryKey: ['models', 'proposals', name],
    enabled: on,
    refetchInterval: 15_000,
    queryFn: ({ signal }) =>
      body(command.GET('/api/models/{name}/proposals', { params: { path: { name } } as never, signal })),
  })

/** Reads a model as it is after a command, then everything else about models; where the first fails the second still comes. */
export async function reread(cache: QueryClient, name: string, consistencyToken?: string) {
  try {
    if (!consistencyToken) return
    const now = await body(
      query.GET('/api/models/{name}', { params: { path: { name }, query: { consistencyToken } } as never }),
    )
    cache.setQueryData(['models', 'one', name], now)
  } catch {
    // What was done is done; the panels say for themselves what they couldn't read.
  } finally {
    await cache.invalidateQueries({ queryKey: ['models'] })
  }
}
