import { assignAccountManager, unassignAccountManager } from '../../api/clientcommands'
import { newKey, useSubmission } from '../../api/submission'
import { ActionForm } from '../../parts/ActionForm'
import { useDone } from '../../parts/done'
import { managerName } from '../../parts/ManagerSelect'
import { useWords } from '../../words/language'
import type { Acting } from './Actions'
import { texts } from './words'

export function TakingAway({ client, close }: Acting) {
  const w = useWords(texts)
  const done = useDone()
  const sending = useSubmission((version: number, key) => unassignAccountManager(client.clientId, { key, version }))
  const manager = client.accountManager

  const submit = async () => {
    const answer = await sending.submit(client.version)
    if (!answer) return
    close()
    if (manager) {
      done(answer, w.takenAway(managerName(manager)), () =>
        assignAccountManager(
          client.clientId,
          { accountManagerId: manager.accountManagerId },
          { key: newKey(), version: answer.version },
        ),
      )
    } else done(answer, w.takenElsewhere)
  }

  return (
    <ActionForm
      title={w.takeAway}
      verb={w.takeAway}
      intro={manager ? w.takeAwayIntro(managerName(manager)) : w.takeAwayElsewhere}
      pending={sending.pending}
      failure={sending.failure}
      submit={() => void submit()}
      close={close}
    />
  )
}
