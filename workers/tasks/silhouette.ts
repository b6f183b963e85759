import { silhouetteWidths } from '../../core/mixture/certainty/silhouette.ts'
import { workControl } from '../control.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['silhouette']

export default task(({ columns, labels, clusters, weights, control }: Task['input']): Task['output'] => {
  const { stopped } = workControl(control)
  return silhouetteWidths(columns, labels, clusters, stopped, weights)
})
