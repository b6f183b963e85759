import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

/** Ends the process where the counter of cases stands still for five seconds. */
const counter = new Int32Array(workerData as SharedArrayBuffer)
let last = -1
setInterval(() => {
  const now = Atomics.load(counter, 0)
  if (now === last) {
    writeSync(1, `case ${now} takes more than 5 s\n`)
    process.kill(process.pid, 'SIGKILL')
  }
  last = now
}, 5000)
