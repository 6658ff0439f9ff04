import { useFormats } from '../format/format'
import { Failing, Skeleton } from '../parts/States'
import { useFailure } from '../parts/useFailure'
import { useWords } from '../words/language'
import { Latencies } from './Latencies'
import { Partitions } from './Partitions'
import './pipeline.css'
import { Rates } from './Rates'
import { useOutages, usePipeline } from './usePipeline'
import { Way } from './Way'
import { texts } from './words'

/** The way of an event as it is now: rates, what waits, how long it takes, and which part is down. */
export default function Pipeline() {
  const w = useWords(texts)
  const format = useFormats()
  const { asked, now, moments } = usePipeline()
  const { outages, known } = useOutages()
  const failure = useFailure(asked)
  return (
    <>
      <h1>{w.title}</h1>
      <p className="quiet">{w.lead}</p>
      <div className="outages" role="status">
        {[...outages].map(([service, since]) => (
          <p key={service}>
            <b>{w.outage(w.services[service] ?? service, format.clock(new Date(since)))}</b> {w.effects[service]}
          </p>
        ))}
        {now?.kafka === 'unavailable' && <p>{w.kafkaDown}</p>}
        {now && asked.isError && <p>{w.stale(format.clock(now.at))}</p>}
      </div>
      {asked.isPending && failure === null && <Skeleton lines={12} />}
      {!now && failure !== null && outages.size === 0 && known && (
        <Failing failure={failure} again={() => void asked.refetch()} />
      )}
      <Way now={now} outages={outages} known={known} />
      {now && (
        <div className="pipeline-panels">
          <Rates moments={moments} />
          <Latencies latencies={now.latencies} />
          <Partitions partitions={now.partitions} />
        </div>
      )}
    </>
  )
}
