import { body, command } from './api'

/** What was done, and what a read has to cover to know of it. */
export interface Done {
  clientId: string
  version: number
  consistencyToken: string
}

/**
 * How a command is sent.
 *
 * @param key what it goes by when it is sent again
 * @param version what the client has to be at, else nothing is done (412)
 */
export interface Sending {
  key: string
  version?: number
}

const headers = ({ key, version }: Sending) => ({
  'Idempotency-Key': key,
  ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
})

const to = (clientId: string, sending: Sending) => ({ path: { clientId }, header: headers(sending) })

export const recordPurchase = (
  clientId: string,
  purchase: { amount: number; purchasedAt?: string; reference?: string },
  sending: Sending,
): Promise<Done> =>
  body(command.POST('/api/clients/{clientId}/purchases', { params: to(clientId, sending), body: purchase }))

export const changeSites = (clientId: string, numSites: number, sending: Sending): Promise<Done> =>
  body(command.PUT('/api/clients/{clientId}/sites', { params: to(clientId, sending), body: { numSites } }))

export const assignAccountManager = (
  clientId: string,
  assignment: { accountManagerId: string; reason?: string },
  sending: Sending,
): Promise<Done> =>
  body(command.PUT('/api/clients/{clientId}/account-manager', { params: to(clientId, sending), body: assignment }))

export const unassignAccountManager = (clientId: string, sending: Sending): Promise<Done> =>
  body(command.DELETE('/api/clients/{clientId}/account-manager', { params: to(clientId, sending) }))

export const departClient = (
  clientId: string,
  departure: { leftOn: string; reason?: string },
  sending: Sending,
): Promise<Done> =>
  body(command.POST('/api/clients/{clientId}/departure', { params: to(clientId, sending), body: departure }))

export const returnClient = (clientId: string, sending: Sending): Promise<Done> =>
  body(command.DELETE('/api/clients/{clientId}/departure', { params: to(clientId, sending) }))
