import { returnClient } from '../../api/clientcommands'
import { useSubmission } from '../../api/submission'
import { ActionForm } from '../../parts/ActionForm'
import { useDone } from '../../parts/done'
import { useWords } from '../../words/language'
import type { Acting } from './Actions'
import { texts } from './words'

export function Return({ client, close }: Acting) {
  const w = useWords(texts)
  const done = useDone()
  const sending = useSubmission((version: number, key) => returnClient(client.clientId, { key, version }))

  const submit = async () => {
    const answer = await sending.submit(client.version)
    if (!answer) return
    close()
    done(answer, w.cameBack)
  }

  return (
    <ActionForm
      title={w.comeBackTitle}
      verb={w.comeBack}
      intro={w.comeBackIntro}
      pending={sending.pending}
      failure={sending.failure}
      submit={() => void submit()}
      close={close}
    />
  )
}
