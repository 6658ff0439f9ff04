import { useEffect } from 'react'
import { mayAct, useMe } from '../api/me'
import { Empty, Loaded } from '../parts/States'
import '../parts/facts.css'
import { useWords } from '../words/language'
import { Model } from './Model'
import './models.css'
import { usePlace } from './place'
import { useModels } from './reads'
import { UploadButton } from './UploadDialog'
import { texts } from './words'

/** Which models there are, what they are worth, and who decided what about them. */
export default function Models() {
  const me = useMe()
  const w = useWords(texts)
  const models = useModels()
  const [place, go] = usePlace()
  const { hasNextPage, isFetching, fetchNextPage } = models
  useEffect(() => {
    // There are few names; all of them are offered.
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  return (
    <>
      <h1>{w.title}</h1>
      <p className="quiet">{w.lead}</p>
      <Loaded from={models} lines={10}>
        {({ pages }) => {
          const all = pages.flatMap(page => page.items)
          const name = place.name ?? all[0]?.name
          return (
            <>
              <div className="models-bar">
                {name && (
                  <label>
                    {w.model}{' '}
                    <select value={name} onChange={event => go({ name: event.target.value, version: null })}>
                      {!all.some(model => model.name === name) && <option value={name}>{name}</option>}
                      {all.map(model => (
                        <option key={model.name} value={model.name}>
                          {model.name}
                        </option>
                      ))}
                    </select>
                  </label>
                )}
                {mayAct(me, 'data-scientist') && <UploadButton name={name ?? 'churn'} />}
              </div>
              {name ? (
                <Model key={name} name={name} />
              ) : (
                <Empty title={w.none}>
                  <p className="quiet">{w.noneWhat}</p>
                </Empty>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}
