import { defineAsyncComponent, type Component } from 'vue'
import type { View } from './stores/selection.ts'
import DataView from './features/data/DataView.vue'

/** Their code comes later: to begin with the charts takes longer than with all the rest. */
const LATER = {
  Restarts: () => import('./features/restarts/RestartsView.vue'),
  Clusters: () => import('./features/clusters/ClustersView.vue'),
  Models: () => import('./features/models/ModelsView.vue'),
  Compare: () => import('./features/compare/CompareView.vue'),
}

/** What each view shows. */
export const PANELS: Record<View, Component> = {
  Data: DataView,
  Restarts: defineAsyncComponent(LATER.Restarts),
  Clusters: defineAsyncComponent(LATER.Clusters),
  Models: defineAsyncComponent(LATER.Models),
  Compare: defineAsyncComponent(LATER.Compare),
}

const idle = () => new Promise((resolve) => requestIdleCallback(resolve))

/** Fetches in idle moments, one after another, the code that is not there yet, and draws the first charts unseen. */
export async function preparePanels(): Promise<void> {
  await idle()
  const { warmUpCharts } = await import('./charts/warm-up.ts')
  for (const fetch of Object.values(LATER)) {
    await idle()
    await fetch()
  }
  warmUpCharts()
}
