/**
 * Seals a folder's key, or with `next` changes the passphrase that it is sealed with, or with `sheet` uses up the recovery sheet for that,
 * in a process that ends in the middle of one of its steps on the disk, as when the plug is pulled.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const [folder = '', passphrase = '', cost = '', end = '', next, sheet] = process.argv.slice(2)
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
        const [file, bytes] = given
        if (name === 'writeSync' && Buffer.isBuffer(bytes)) Reflect.apply(real, fs, [file, bytes.subarray(0, 100)])
        process.kill(process.pid, 'SIGKILL')
      }
    }
    const answer: unknown = Reflect.apply(real, fs, given)
    return answer
  })
}
syncBuiltinESMExports()
const { sealedKeyStore } = await import('../../electron/station/kernel/database/sealed-key-store.ts')
const keyStore = sealedKeyStore({ folder, cost: Number(cost) })
if (next === undefined) {
  counting = true
  await keyStore.seal?.(folder, passphrase)
} else {
  if (sheet === undefined) await keyStore.unseal?.(folder, passphrase)
  else await keyStore.unsealWithSheet?.(folder, sheet)
  const { openStation } = await import('../../electron/station/app/station.ts')
  const { changeSecret } = await import('../../electron/station/app/change-secret.ts')
  const station = openStation(folder, { keyStore, staffCost: Number(cost) })
  const { renewSecrets } = await import('../../electron/station/app/recovery-sheet.ts')
  counting = true
  if (sheet === undefined)
    await changeSecret({ station, keyStore }, { role: 'organiser', passphrase, next, session: null })
  else await renewSecrets({ station, keyStore }, { passphrase: next, pin: '5190' })
}
counting = false
process.stdout.write(steps.join(' '))
