import { BarChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts'
import {
  DataZoomComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { type Colours, useColours } from './colours'

use([
  BarChart,
  LineChart,
  ScatterChart,
  HeatmapChart,
  GridComponent,
  TooltipComponent,
  MarkLineComponent,
  VisualMapComponent,
  DataZoomComponent,
  CanvasRenderer,
])

type Handle = ReturnType<typeof init>

/**
 * A drawing. Its figures are for eyes only: whoever hears a page, and whoever doubts, has the table of the panel around it.
 *
 * @param option draws with the colours of the light or the dark page; kept by the caller (useCallback) while nothing changed
 */
export function Chart({
  option,
  height,
  label,
  onReady,
}: {
  option: (colours: Colours) => EChartsCoreOption
  height: number
  label: string
  onReady?: (chart: Handle) => void
}) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<Handle | null>(null)
  const colours = useColours()

  useEffect(() => {
    if (!place.current) return
    const made = init(place.current)
    chart.current = made
    onReady?.(made)
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(place.current)
    return () => {
      watch.disconnect()
      made.dispose()
      chart.current = null
    }
  }, [onReady])

  useEffect(() => {
    const drawn = option(colours)
    chart.current?.setOption({ ...defaults(colours), ...drawn }, { notMerge: true, lazyUpdate: true })
  }, [option, colours])

  return <div ref={place} role="img" aria-label={label} style={{ blockSize: height }} />
}

function defaults(colours: Colours) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  return {
    animation: !still,
    animationDurationUpdate: 200,
    textStyle: { fontFamily: 'system-ui, sans-serif', fontSize: 12, color: colours.quiet },
    grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
    // Rich text is drawn; the other kind would be written into the page, with styles that its policy doesn't allow.
    tooltip: {
      renderMode: 'richText',
      backgroundColor: colours.raised,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 12 },
      confine: true,
    },
  }
}

/** An axis with hairlines in the colours of the page. */
export const axis = (colours: Colours, more: object = {}) => ({
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { lineStyle: { color: colours.line } },
  axisLabel: { color: colours.quiet },
  nameTextStyle: { color: colours.quiet },
  splitLine: { lineStyle: { color: colours.line } },
  ...more,
})
