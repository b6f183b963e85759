/** Names that a table can be addressed by: every one present and different, as close to what the file writes as can be. */
export function uniqueNames(originals: readonly string[]): string[] {
  const taken = new Set(originals.map((original) => original.trim()))
  const used = new Set<string>()
  return originals.map((original, index) => {
    const written = original.trim()
    if (written !== '' && !used.has(written)) {
      used.add(written)
      return written
    }
    const base = written === '' ? 'column' : written
    let suffix = written === '' ? index + 1 : 2
    let name = `${base}_${suffix}`
    while (taken.has(name) || used.has(name)) name = `${base}_${++suffix}`
    used.add(name)
    return name
  })
}

/** The name wanted, with a number behind it where it is taken. */
export function freeName(wanted: string, taken: readonly string[]): string {
  let name = wanted
  for (let suffix = 2; taken.includes(name); suffix++) name = `${wanted}_${suffix}`
  return name
}
