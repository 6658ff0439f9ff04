import type { Shown } from '../api/api'
import { freeOf } from '../parts/freeplaces'

type Manager = Shown['ShownAccountManager']

/** Where a scale of counts ends: 1, 2 or 5 and noughts, so that it rarely changes while loads do. */
export function endOf(most: number): number {
  let unit = 1
  while (unit * 10 < most) unit *= 10
  return [1, 2, 5, 10].map(times => times * unit).find(end => end >= most) ?? unit * 10
}

/** The scale that all bars have in common. */
export const scaleOf = (managers: readonly Manager[]) =>
  endOf(Math.max(1, ...managers.flatMap(manager => [manager.capacity, manager.load])))

/** What the team has in all; of those who are retired there is nothing. */
export function teamOf(managers: readonly Manager[]) {
  const active = managers.filter(manager => manager.status === 'active')
  const sum = (of: (manager: Manager) => number) => active.reduce((total, manager) => total + of(manager), 0)
  return { load: sum(manager => manager.load), capacity: sum(manager => manager.capacity), free: sum(freeOf) }
}

/** Who is assigned to by which digit: the first nine active ones, by id, so that a digit stays who it is. */
export const byDigit = (managers: readonly Manager[]) =>
  managers
    .filter(manager => manager.status === 'active')
    .sort((one, other) => one.accountManagerId.localeCompare(other.accountManagerId))
    .slice(0, 9)
