/** The name of the file that says where a labelled one came from: `a-labelled.csv` has its own in `a-labelled.basin.json`. */
export function provenanceName(labelled: string): string {
  return `${labelled.replace(/\.gz$/i, '').replace(/(?<=.)\.[^.]+$/, '')}.basin.json`
}
