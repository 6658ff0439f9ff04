import { useFormats } from '../format/format'
import { useWords } from '../words/language'
import { shared } from '../words/shared'

const BANDS = ['low', 'medium', 'high'] as const

/** How many clients go from which band to which; who stays isn't counted. */
export function BandMoves({
  moves,
  from,
  to,
}: {
  moves: Record<string, Record<string, number>>
  from: string
  to: string
}) {
  const w = useWords(shared)
  const format = useFormats()
  return (
    <table className="band-moves">
      <caption className="only-heard">{`${from} → ${to}`}</caption>
      <thead>
        <tr>
          <th scope="col">
            {from} ↓ {to} →
          </th>
          {BANDS.map(band => (
            <th key={band} scope="col" className="number">
              {w.bands[band]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {BANDS.map(before => (
          <tr key={before}>
            <th scope="row">{w.bands[before]}</th>
            {BANDS.map(after => (
              <td key={after} className="number">
                {before === after ? <span className="quiet">·</span> : format.whole(moves[before]?.[after] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
