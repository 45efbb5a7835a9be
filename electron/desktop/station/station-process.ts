/** The process that the station has for itself: an export or an import that takes seconds never holds up a touch. */
import { describeError } from '../relaunch.ts'
import type { FromStation, ToStation } from './messages.ts'
import { serveStation } from './serve-station.ts'

function run({ parentPort }: NodeJS.Process): void {
  let isOpen = false
  const tell = (said: FromStation): void => {
    if (said.say === 'happened' && said.event === 'station') isOpen = true
    parentPort.postMessage(said)
  }
  /** After what was said last has left. */
  const end = (code: number): void => void setTimeout(() => process.exit(code), 20)
  const failed = (error: unknown): void => {
    // Before the station is open nothing that anybody wrote can be in it, and whoever started it must see what is missing.
    if (!isOpen && error instanceof Error) process.stderr.write(`${error.stack ?? error.message}\n`)
    tell({ say: 'happened', event: 'station-fault', outcome: describeError(error) })
    // The main process starts it afresh; what was answered is on disk.
    end(1)
  }
  process.on('uncaughtException', failed)
  process.on('unhandledRejection', failed)

  const hear = serveStation({ tell, end })
  parentPort.on('message', ({ data, ports }) => hear(data as ToStation, ports))
}

run(process)
