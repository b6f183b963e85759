// What Basin holds out: runs the parts named, or all, keeps what each has shown in bench/reliability.json and writes docs/reliability.md
// from it. Parts that are not run keep what they showed before, with its date.
// npx node bench/reliability.ts [part …]
import { writeFileSync } from 'node:fs'
import { machine } from './reliability/machine.ts'
import { pageOf } from './reliability/page.ts'
import { PARTS } from './reliability/parts.ts'
import { keepRun, runsKept } from './reliability/runs.ts'

const names = process.argv.slice(2)
const unknown = names.filter((name) => !PARTS.some((part) => part.name === name))
if (unknown.length > 0) {
  const known = PARTS.map(({ name }) => name).join(', ')
  throw new Error(`There is no part called ${unknown.join(', ')}; there are ${known}.`)
}

writeFileSync('docs/reliability.md', await pageOf(PARTS, runsKept()))
for (const part of PARTS.filter(({ name }) => names.length === 0 || names.includes(name))) {
  process.stdout.write(`${part.title}\n`)
  const began = performance.now()
  const { tables, failures } = await part.run((line) => process.stdout.write(`  ${line}\n`))
  for (const failure of failures) process.stdout.write(`  FAILED: ${failure}\n`)
  if (failures.length > 0) process.exitCode = 1
  const seconds = Math.round((performance.now() - began) / 1000)
  await keepRun(part.name, {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    seconds,
    tables,
    failures,
  })
  writeFileSync('docs/reliability.md', await pageOf(PARTS, runsKept()))
}
