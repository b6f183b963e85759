/** Working memory of one kernel: what one block of rows needs, small enough to stay in the first caches. */
export interface Workspace {
  components: number
  dimension: number
  blockRows: number
  /** Row minus mean, of the component at hand [d × blockRows]. */
  centred: Float64Array
  /** Whitened rows of every component [K × d × blockRows]. */
  white: Float64Array
  /** Squared distances, then responsibilities [K × blockRows]. */
  responsibilities: Float64Array
  /** Responsibility times one whitened coordinate [blockRows]. */
  weighted: Float64Array
  most: Float64Array
  sum: Float64Array
  slope: Float64Array
  /** Of the block just mixed. */
  logLikelihood: number
  entropy: number
}

export function createWorkspace(components: number, dimension: number, blockRows: number): Workspace {
  return {
    components,
    dimension,
    blockRows,
    centred: new Float64Array(dimension * blockRows),
    white: new Float64Array(components * dimension * blockRows),
    responsibilities: new Float64Array(components * blockRows),
    weighted: new Float64Array(blockRows),
    most: new Float64Array(blockRows),
    sum: new Float64Array(blockRows),
    slope: new Float64Array(blockRows),
    logLikelihood: 0,
    entropy: 0,
  }
}
