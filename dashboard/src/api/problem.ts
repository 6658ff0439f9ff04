/** An answer that says what went wrong (RFC 9457). */
export class Problem extends Error {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly kind: string
  readonly faults: { field?: string; message?: string }[]

  constructor(status: number, body: Record<string, unknown>) {
    const title = typeof body.title === 'string' ? body.title : `HTTP ${status}`
    const detail = typeof body.detail === 'string' ? body.detail : ''
    super(detail || title)
    this.status = status
    this.title = title
    this.detail = detail
    this.kind = String(body.type ?? '').replace(/^.*[/:#]/, '')
    this.faults = Array.isArray(body.errors) ? body.errors : []
  }
}

/** Whether asking again says the same: not so where it was only too much at once, or the service itself that failed. */
export const isFinal = (failure: unknown) =>
  failure instanceof Problem && failure.status < 500 && failure.status !== 429

/** In how many milliseconds a read that failed is tried again; false where it hasn't, or asking again says the same. */
export const againAfterFailure = ({ state }: { state: { status: string; error: unknown } }): number | false =>
  state.status === 'error' && !isFinal(state.error) ? 5_000 : false

/** Nothing answered at all. */
export class Unreachable extends Error {}
