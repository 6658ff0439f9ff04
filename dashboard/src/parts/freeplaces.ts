import type { Shown } from '../api/api'

type Manager = Shown['ShownAccountManager']

/** How many places are left; below zero where there are clients too many. */
export const balanceOf = (manager: Manager) => manager.capacity - manager.load

/** How many more clients somebody can take. */
export const freeOf = (manager: Manager) => (manager.status === 'active' ? Math.max(0, balanceOf(manager)) : 0)

/** Those who can take one more, most free places first; by id where they have as many, so that the order holds. */
export const takers = (managers: readonly Manager[]) =>
  managers
    .filter(manager => freeOf(manager) > 0)
    .sort((one, other) => freeOf(other) - freeOf(one) || one.accountManagerId.localeCompare(other.accountManagerId))
