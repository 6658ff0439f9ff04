import type { Shown } from '../api/api'
import { useSubmission } from '../api/submission'
import { ActionForm } from '../parts/ActionForm'
import { managerName } from '../parts/ManagerSelect'
import { tell } from '../parts/Notices'
import { useWords } from '../words/language'
import { retireManager, useManagersAfterwards } from './commands'
import { texts } from './words'

/** Can't be taken back, so it is asked for once more. */
export function Retirement({ manager, close }: { manager: Shown['ShownAccountManager']; close: () => void }) {
  const w = useWords(texts)
  const afterwards = useManagersAfterwards()
  const sending = useSubmission(retireManager)

  const submit = async () => {
    const done = await sending.submit(manager.accountManagerId)
    if (!done) return
    close()
    afterwards(done)
    tell(w.retiredNow(managerName(manager)))
  }

  return (
    <ActionForm
      title={w.retireOf(managerName(manager))}
      verb={w.retire}
      intro={w.retireIntro}
      pending={sending.pending}
      failure={sending.failure}
      submit={() => void submit()}
      close={close}
    />
  )
}
