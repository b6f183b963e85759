import { markRegion } from '../../core/geometry/region.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['mark-region']

/** Marks its share of the rows. */
export default task(({ region, from, to, mask }: Task['input']): Task['output'] => {
  markRegion(region, from, to, mask)
  return null
})
