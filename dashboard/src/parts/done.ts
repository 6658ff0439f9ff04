import { useAfterwards } from '../api/afterwards'
import type { Done } from '../api/clientcommands'
import { useWords, words } from '../words/language'
import { useFailureText } from './Faults'
import { tell } from './Notices'

const texts = words({
  en: {
    undone: 'Undone.',
    notUndone: (why: string) => `Not undone: ${why}`,
    late: 'It is done, but cannot be shown yet. It appears by itself.',
  },
  fr: {
    undone: 'Annulé.',
    notUndone: (why: string) => `Pas annulé : ${why}`,
    late: 'C’est fait, mais ne peut pas encore être affiché. Cela apparaîtra tout seul.',
  },
})

/**
 * Says what was done, shows it, and takes it back when that is asked for.
 *
 * @returns a function of what was done, in words, and of the command that takes it back where there is one
 */
export function useDone(): (done: Done, said: string, back?: () => Promise<Done>) => void {
  const w = useWords(texts)
  const textOf = useFailureText()
  const afterwards = useAfterwards()
  return (done, said, back) => {
    const show = (what: Done) => void afterwards(what).catch(() => tell(w.late))
    show(done)
    const undo = async (takeBack: () => Promise<Done>) => {
      try {
        show(await takeBack())
        tell(w.undone)
      } catch (failure) {
        tell(w.notUndone(textOf(failure)))
      }
    }
    tell(said, back && (() => void undo(back)))
  }
}
