/** Seals a folder's key in a process that ends in the middle of one of its steps on the disk, as when the plug is pulled. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const [folder = '', passphrase = '', cost = '', end = ''] = process.argv.slice(2)
const NAMES = ['openSync', 'writeSync', 'fsyncSync', 'closeSync', 'readFileSync', 'renameSync', 'rmSync'] as const
const steps: string[] = []
let counting = false

for (const name of NAMES) {
  const real: unknown = Reflect.get(fs, name)
  if (typeof real !== 'function') throw new Error(`There is no ${name}`)
  Reflect.set(fs, name, (...given: unknown[]): unknown => {
    if (counting) {
      steps.push(name)
      if (steps.length === Number(end)) {
        // What is written is cut off half-way; everything else has not begun.
        const [file, text] = given
        if (name === 'writeSync' && typeof text === 'string') Reflect.apply(real, fs, [file, text.slice(0, 100)])
        process.kill(process.pid, 'SIGKILL')
      }
    }
    const answer: unknown = Reflect.apply(real, fs, given)
    return answer
  })
}
syncBuiltinESMExports()
const { sealedKeeper } = await import('../../electron/station/database/sealed-keeper.ts')
counting = true
await sealedKeeper({ folder, cost: Number(cost) }).seal?.(folder, passphrase)
counting = false
process.stdout.write(steps.join(' '))
