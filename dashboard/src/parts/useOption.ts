import type { EChartsCoreOption } from 'echarts/core'
import { type DependencyList, useMemo } from 'react'
import type { Colours } from './colours'

/** A drawing that stays the same while what it is made of does. */
export function useOption(
  make: () => (colours: Colours) => EChartsCoreOption,
  of: DependencyList,
): (colours: Colours) => EChartsCoreOption {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what it is made of
  return useMemo(make, of)
}
