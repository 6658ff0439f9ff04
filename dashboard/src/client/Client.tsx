import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Shown } from '../api/api'
import { Problem } from '../api/api'
import { useClient } from '../api/reads'
import { useFormats } from '../format/format'
import { useFeature } from '../parts/features'
import { lastList } from '../parts/lastList'
import { Panel } from '../parts/Panel'
import { Stale } from '../parts/Stale'
import { Failing, Loaded, Skeleton } from '../parts/States'
import { useFailure } from '../parts/useFailure'
import { Waterfall, WaterfallTable } from '../parts/Waterfall'
import { useWords } from '../words/language'
import './client.css'
import { Events } from './Events'
import { Head } from './Head'
import { RiskOverTime } from './RiskOverTime'
import { useEvents, useFollowed, useScores } from './reads'
import { Scores } from './Scores'
import { WhatIf } from './WhatIf'
import { texts } from './words'

/** One client: how it stands, why, what would be otherwise, and all that happened. */
export default function Client({ clientId }: { clientId: string }) {
  const w = useWords(texts)
  const client = useClient(clientId)
  const known = client.data
  const failure = useFailure(client)
  useEffect(() => {
    if (known) document.title = `${known.name ?? known.clientId} · Vigie`
  }, [known])
  // Who has left the portfolio isn't shown any longer, even if it was read before, and whatever fails after that.
  const refused = failure instanceof Problem && failure.status === 404
  const [refusedAt, setRefusedAt] = useState(0)
  useEffect(() => {
    if (refused) setRefusedAt(client.errorUpdatedAt)
  }, [refused, client.errorUpdatedAt])
  if (refused || (failure !== null && (!known || refusedAt > client.dataUpdatedAt))) {
    return (
      <>
        <h1 className="only-heard">{w.client}</h1>
        <Link href={lastList()} className="client-back">
          ← {w.back}
        </Link>
        <Failing
          failure={failure}
          again={refused ? undefined : () => void client.refetch()}
          asking={client.isFetching}
        />
      </>
    )
  }
  if (!known) return <Skeleton lines={14} />
  return (
    <>
      <Stale from={client} />
      <Known client={known} />
    </>
  )
}

function Known({ client }: { client: Shown['ShownClient'] }) {
  const scores = useScores(client.clientId)
  const events = useEvents(client.clientId)
  useFollowed(client.clientId)
  return (
    <div className="client">
      <Head client={client} />
      <div className="client-panels">
        <div>
          <Reasons scores={scores.data} client={client} />
          {client.risk && client.status === 'active' && <WhatIf client={client} />}
        </div>
        <div>
          <Loaded from={scores} lines={9}>
            {rows => <RiskOverTime scores={rows} events={events.data ?? []} />}
          </Loaded>
          <Scores scores={scores} events={events.data ?? []} />
          <Events events={events} />
        </div>
      </div>
    </div>
  )
}

/** Why the risk is what it is: of the record that the risk which is shown was read from. */
function Reasons({ scores, client }: { scores: Shown['ShownScore'][] | undefined; client: Shown['ShownClient'] }) {
  const w = useWords(texts)
  const format = useFormats()
  const named = useFeature()
  const score = scores?.find(one => one.probability !== null && one.baseValue !== null)
  if (!client.risk || !score || score.probability === null || score.baseValue === null) {
    return (
      <Panel title={w.reasonsTitle} help={w.reasonsHelp}>
        {scores ? <p className="quiet">{client.risk ? '' : w.none}</p> : <Skeleton lines={5} />}
      </Panel>
    )
  }
  const explained = {
    baseValue: score.baseValue,
    reasons: score.reasons,
    other: score.other ?? 0,
    score: score.probability,
  }
  const most = score.reasons[0]
  return (
    <Panel
      title={w.reasonsTitle}
      help={w.reasonsHelp}
      summary={
        most &&
        w.reasonsSummary(
          named(most.feature, most.value),
          format.points(most.contribution),
          format.risk(score.probability),
        )
      }
      table={<WaterfallTable explained={explained} />}
    >
      <Waterfall explained={explained} />
      {score.outOfRange.length > 0 && (
        <p className="warned">
          {w.outOfRange(score.outOfRange.map(feature => named(feature, score.features[feature] ?? 0)).join(', '))}
        </p>
      )}
    </Panel>
  )
}
