import type { Shown } from '../api/api'
import { useFormats } from '../format/format'
import { useWords, words } from '../words/language'
import { freeOf, takers } from './freeplaces'

type Manager = Shown['ShownAccountManager']

const texts = words({
  en: { choose: 'Choose', free: (_: number, shown: string) => `${shown} free` },
  fr: { choose: 'Choisir', free: (n: number, shown: string) => `${shown} ${n < 2 ? 'libre' : 'libres'}` },
})

export const managerName = (manager: { accountManagerId: string; name?: string | null }) =>
  manager.name ?? manager.accountManagerId

/** Chooses one of those who have a free place, and says how many. */
export function ManagerSelect({
  managers,
  chosen,
  choose,
  except,
  ...labelled
}: {
  managers: readonly Manager[]
  chosen: string
  choose: (accountManagerId: string) => void
  /** Who has the client already. */
  except?: string
  id?: string
  name?: string
  'aria-label'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}) {
  const w = useWords(texts)
  const format = useFormats()
  return (
    <select value={chosen} onChange={event => choose(event.target.value)} {...labelled}>
      <option value="">{w.choose}</option>
      {takers(managers)
        .filter(manager => manager.accountManagerId !== except)
        .map(manager => (
          <option key={manager.accountManagerId} value={manager.accountManagerId}>
            {managerName(manager)} · {w.free(freeOf(manager), format.whole(freeOf(manager)))}
          </option>
        ))}
    </select>
  )
}
