import type { Readings } from './reading.ts'
import type { Evidence, Grouped } from './types.ts'

export function noEvidence(): Evidence {
  return { '.': noGroups(), ',': noGroups(), neutral: noGroups(), eitherPoint: 0, eitherComma: 0 }
}

/** Counts a cell by what it says about the format of its column. */
export function addEvidence(evidence: Evidence, { '.': point, ',': comma }: Readings): void {
  if (point === null || comma === null) {
    if (point) evidence['.'][point.thousands]++
    if (comma) evidence[','][comma.thousands]++
  } else if (point.thousands === comma.thousands) {
    if (point.thousands !== '') evidence.neutral[point.thousands]++
  } else if (point.thousands === ',') evidence.eitherComma++
  else evidence.eitherPoint++
}

function noGroups(): Grouped {
  return { '': 0, ',': 0, '.': 0, ' ': 0, "'": 0 }
}
