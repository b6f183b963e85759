import { output } from './output.ts'
import type { Part } from './part.ts'

const COMMANDS = [
  ['Mutated files', 'workers/csv/files/fuzz.ts', '100000', '1'],
  ['Tables written in any dialect and read back', 'workers/csv/files/property.ts', '10000', '2'],
  [
    'Sessions with something changed, opened and used',
    'engine/fixtures/hostile/fuzz.ts',
    'sessions',
    '3000',
    '2',
  ],
  ['Messages with something changed', 'engine/fixtures/hostile/fuzz.ts', 'messages', '3000', '2'],
] as const

export const inputs: Part = {
  name: 'inputs',
  title: 'Bad inputs',
  about:
    'Every small file of the test set with some of its bytes changed, and tables written in any dialect: each opens with every value that of its text, or is refused in words; none may crash, take more than 5 s or give a wrong number in silence. Sessions and messages that were tampered with are taken or refused in words. Said as the commands print it.',
  async run(say) {
    const rows: string[][] = []
    const failures: string[] = []
    for (const [what, ...command] of COMMANDS) {
      const { status, text } = await output(command)
      say(text)
      rows.push([what, `\`npx node ${command.join(' ')}\``, text])
      if (status !== 0) failures.push(`${what}: ${text}`)
    }
    return { tables: [{ head: ['What', 'Command', 'It says'], rows }], failures }
  },
}
