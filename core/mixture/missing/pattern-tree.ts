/** Patterns of missing values, numbered as they come. */
export interface PatternTree {
  /** Different patterns so far. */
  readonly patterns: number
  /** The 0-based number of a row's pattern; the next where it is new. Allocates nothing for one that is known. */
  patternOf(columns: readonly Float64Array[], row: number): number
}

/** No pattern yet; a binary tree with one level for each of `depth` columns. */
export function createPatternTree(depth: number): PatternTree {
  let children = new Int32Array(1024)
  let nodes = 1
  let patterns = 0

  function follow(place: number, leaf: boolean): number {
    if (children[place] !== 0) return children[place]
    if (2 * nodes + 2 > children.length) {
      const larger = new Int32Array(2 * children.length)
      larger.set(children)
      children = larger
    }
    return (children[place] = leaf ? ++patterns : nodes++)
  }

  return {
    get patterns() {
      return patterns
    },
    patternOf(columns, row) {
      let node = 0
      for (let j = 0; j < depth; j++) {
        const present = Number.isFinite(columns[j][row]) ? 1 : 0
        node = follow(2 * node + present, j === depth - 1)
      }
      return node - 1
    },
  }
}
