import { useState } from 'react'
import { body, command, type Shown } from '../api/api'
import { mayAct, useMe } from '../api/me'
import { useFormats } from '../format/format'
import { tell } from '../parts/Notices'
import { useWords } from '../words/language'
import { actionTexts } from './actionWords'
import { BandChanges } from './BandChanges'
import { ReasonDialog } from './ReasonDialog'
import { useProposals } from './reads'

interface Proposal {
  proposalId: string
  version: number
  proposedBy: string
  reason: string
  endsAt: string
}

type Deed = { kind: 'confirm' | 'withdraw'; proposal: Proposal }

/** What one person proposed and another one has to confirm. */
export function Proposals({ model }: { model: Shown['ShownModel'] }) {
  const me = useMe()
  const w = useWords(actionTexts)
  const format = useFormats()
  const asked = useProposals(model.name, true)
  const [deed, choose] = useState<Deed | null>(null)
  const proposals = (asked.data?.items ?? []) as Proposal[]
  if (proposals.length === 0) return null
  const mayDecide = mayAct(me, 'agency-manager', 'data-scientist')
  return (
    <section className="proposals" aria-labelledby="proposals">
      <h2 id="proposals">{w.proposals}</h2>
      <ul>
        {proposals.map(proposal => {
          const own = proposal.proposedBy === me.accountId
          return (
            <li key={proposal.proposalId}>
              <p>
                <b>{w.proposal(proposal.proposedBy, format.whole(proposal.version))}</b>{' '}
                <span className="quiet">
                  {w.proposalUntil} {format.moment(proposal.endsAt)}
                </span>
              </p>
              <p>{proposal.reason}</p>
              {own && <p className="quiet">{w.ownProposal}</p>}
              {mayDecide && (
                <div className="models-buttons">
                  {own ? (
                    <button type="button" onClick={() => choose({ kind: 'withdraw', proposal })}>
                      {w.withdraw}
                    </button>
                  ) : (
                    <button type="button" className="first" onClick={() => choose({ kind: 'confirm', proposal })}>
                      {w.confirm(`${model.name}/${proposal.version}`)}
                    </button>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {deed?.kind === 'confirm' && (
        <ReasonDialog
          name={model.name}
          title={w.confirm(`${model.name}/${deed.proposal.version}`)}
          what={`${deed.proposal.reason} ${w.confirmWhat} ${w.inPerson}`}
          button={w.confirm(`${model.name}/${deed.proposal.version}`)}
          confirms
          close={() => choose(null)}
          act={async (_, key) => {
            const { version, proposalId } = deed.proposal
            const done = await body(
              command.PUT('/api/models/{name}/aliases/champion', {
                params: { path: { name: model.name }, header: { 'Idempotency-Key': key } } as never,
                body: { version, proposalId },
              }),
            )
            tell(w.confirmed(format.whole(version)))
            return 'consistencyToken' in done ? done.consistencyToken : undefined
          }}
        >
          <BandChanges name={model.name} version={deed.proposal.version} />
        </ReasonDialog>
      )}
      {deed?.kind === 'withdraw' && (
        <ReasonDialog
          name={model.name}
          title={w.withdraw}
          what={deed.proposal.reason}
          button={w.withdraw}
          confirms
          close={() => choose(null)}
          act={async () => {
            await body(
              command.DELETE('/api/models/{name}/proposals/{proposalId}', {
                params: { path: { name: model.name, proposalId: deed.proposal.proposalId } } as never,
              }),
            )
            tell(w.withdrawn)
            return undefined
          }}
        />
      )}
    </section>
  )
}
