import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { roundTrip } from './generated/round-trip.ts'

// npx node workers/csv/files/property.ts [cases] [seed]
const [cases = 10_000, seed = 1] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'basin-property-'))
const counts = { exact: 0, flagged: 0, refused: 0, wrong: 0 }
for (let i = 0; i < cases; i++) {
  const { outcome, told, problem, bytes, choice } = await roundTrip(
    seed * 1_000_003 + i,
    join(folder, 'table.csv'),
  )
  counts[outcome]++
  if (outcome !== 'wrong') continue
  const kept = join(folder, `wrong-${i}.csv`)
  writeFileSync(kept, bytes)
  const how = told ? `told ${JSON.stringify(choice)}` : 'sniffed'
  process.stdout.write(`case ${i}: ${problem} (${how}; ${kept})\n`)
}
const { exact, flagged, refused, wrong } = counts
process.stdout.write(
  `${cases} tables written and read back: ${exact} exactly, ${flagged} otherwise and flagged as uncertain, ` +
    `${refused} refused, ${wrong} silently wrong\n`,
)
if (wrong > 0) process.exitCode = 1
else rmSync(folder, { recursive: true })
