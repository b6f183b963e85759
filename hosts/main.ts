import { run } from './cli/main.ts'
import { processTerminal } from './cli/terminal.ts'
import { readServe } from './cli/serve-options.ts'
import { checkServed } from './cli/served-file.ts'

const args = process.argv.slice(2)

process.exitCode = await run(args, processTerminal(), async () => {
  const options = readServe(args.slice(1))
  if (options.file !== null) await checkServed(options.file)
  const { serveLocal } = await import('./local/main.ts')
  await serveLocal(options)
})
