import * as v from 'valibot'
import { serve } from '../contract/server.ts'
import { createEngine, createGrants } from '../engine/index.ts'
import { EngineSetup, ToEngine, type FromEngine } from './control.ts'
import { portOver } from './engine-port.ts'

const setup = v.parse(EngineSetup, JSON.parse(process.argv.at(-1) ?? 'null'))
const grants = createGrants()
const { engine } = createEngine({ grants, ...setup })

process.parentPort.on('message', ({ data, ports }) => {
  const message = v.parse(ToEngine, data)
  switch (message.kind) {
    case 'file':
      grants.addFile(message.path, message.id)
      return acknowledge(message.id)
    case 'target':
      grants.addTarget(message.path, message.id)
      return acknowledge(message.id)
    case 'port':
      for (const port of ports) serve(engine, portOver(port))
  }
})

function acknowledge(id: string): void {
  process.parentPort.postMessage({ kind: 'granted', id } satisfies FromEngine)
}
