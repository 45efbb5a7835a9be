/** The thread that says now and then that a command is still working. */
import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import type { Signs } from './alive.ts'

const { after, every, to } = workerData as Signs
const began = performance.now()

function say(): void {
  writeSync(to, `Still working, for ${Math.max(1, Math.round((performance.now() - began) / 1000))} s …\n`)
  setTimeout(say, every)
}

setTimeout(say, after)
