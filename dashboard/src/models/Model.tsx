import type { Shown } from '../api/api'
import { mayAct, useMe } from '../api/me'
import { useFormats } from '../format/format'
import { Empty, Loaded } from '../parts/States'
import { useWords } from '../words/language'
import { Actions } from './Actions'
import { Card } from './Card'
import { Comparison } from './Comparison'
import { Curves } from './Curves'
import { Drift } from './Drift'
import { History } from './History'
import { Proposals } from './Proposals'
import { usePlace, VIEWS, type View } from './place'
import { Quality } from './Quality'
import { useModel } from './reads'
import { Versions } from './Versions'
import { texts } from './words'

/** One model: its versions, what waits for a second person, and what is known of the version that is looked at. */
export function Model({ name }: { name: string }) {
  const me = useMe()
  const model = useModel(name)
  const [place] = usePlace()
  return (
    <Loaded from={model} lines={12}>
      {shown => {
        const version = place.version ?? shown.champion ?? shown.versions.at(-1)?.version ?? 1
        return (
          <div className="models">
            <div className="models-side">
              <Versions model={shown} chosen={version} />
            </div>
            <div className="models-main">
              {mayAct(me, 'agency-manager', 'data-scientist', 'auditor') && <Proposals model={shown} />}
              <Version model={shown} version={version} />
            </div>
          </div>
        )
      }}
    </Loaded>
  )
}

function Version({ model, version }: { model: Shown['ShownModel']; version: number }) {
  const me = useMe()
  const w = useWords(texts)
  const format = useFormats()
  const [place, go] = usePlace()
  const one = model.versions.find(each => each.version === version)
  if (!one) {
    return (
      <Empty title={w.noVersion(format.whole(version))}>
        <p className="quiet">{w.chooseVersion}</p>
      </Empty>
    )
  }
  // The comparison tells of single clients, which operators aren't told of.
  const views = VIEWS.filter(view => view !== 'comparison' || mayAct(me, 'agency-manager', 'data-scientist', 'auditor'))
  const view = views.includes(place.view) ? place.view : 'card'
  return (
    <section aria-labelledby="version">
      <div className="models-head">
        <h2 id="version">
          {model.name}/{version}{' '}
          <span className={`badge badge-${one.status}`}>{w.statuses[one.status] ?? one.status}</span>
        </h2>
        <Actions model={model} version={one} />
      </div>
      <nav className="views" aria-label={w.viewsLabel}>
        {views.map(each => (
          <button
            key={each}
            type="button"
            className="plain"
            aria-current={each === view ? 'page' : undefined}
            onClick={() => go({ view: each, version })}
          >
            {w.views[each]}
          </button>
        ))}
      </nav>
      <Viewed model={model} version={version} view={view} />
    </section>
  )
}

function Viewed({ model, version, view }: { model: Shown['ShownModel']; version: number; view: View }) {
  switch (view) {
    case 'card':
      return <Card name={model.name} version={version} />
    case 'curves':
      return <Curves name={model.name} version={version} />
    case 'comparison':
      return <Comparison model={model} />
    case 'drift':
      return <Drift name={model.name} version={version} />
    case 'quality':
      return <Quality name={model.name} version={version} />
    case 'history':
      return <History model={model} />
  }
}
