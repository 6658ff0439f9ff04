import { useEffect, useState } from 'react'
import { useFormats } from '../format/format'
import { useStanding } from '../live/live'
import { useWords } from '../words/language'
import { texts } from './words'

/** Below this nobody sees a difference. */
const CURRENT = 2_000

/** A dot that says live, behind by how much, or since when not. */
export function LiveDot() {
  const standing = useStanding()
  const w = useWords(texts)
  const format = useFormats()
  const [now, setNow] = useState(Date.now())
  const lost = standing.state === 'lost'
  useEffect(() => {
    if (!lost) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [lost])
  if (standing.state === 'none') return null
  let kind = 'live'
  let text = w.live
  let time = ''
  if (standing.state === 'connecting') {
    kind = 'behind'
    text = w.connecting
  } else if (standing.state === 'lost') {
    kind = 'lost'
    text = w.lost
    time = w.lostFor(format.seconds(Math.max(0, Math.round((now - standing.since) / 1000) * 1000)))
  } else if (standing.behindMillis > CURRENT) {
    kind = 'behind'
    text = w.behind
    time = w.behindBy(format.seconds(standing.behindMillis))
  }
  return (
    <span className={`live live-${kind}`}>
      <i aria-hidden="true" />
      {/* What counts on would be read out every second. */}
      <span>
        <span role="status">{text}</span>
        {time && ` ${time}`}
      </span>
    </span>
  )
}
