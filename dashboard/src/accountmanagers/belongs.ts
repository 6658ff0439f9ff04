/** What of a client, or of a patch of one, decides whether somebody has to be found for it. */
export interface Standing {
  gone?: unknown
  status?: unknown
  accountManager?: unknown
  managedElsewhere?: unknown
  risk?: unknown
}

/** Whether it belongs among the active clients at risk whom nobody looks after. */
export function isUnassignedAtRisk({ gone, status, accountManager, managedElsewhere, risk }: Standing): boolean {
  const band = (risk as { band?: string } | null | undefined)?.band
  return !gone && status === 'active' && !accountManager && !managedElsewhere && band === 'high'
}
