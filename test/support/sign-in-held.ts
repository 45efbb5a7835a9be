/** Another program that signs somebody in with their needs, as one step which it is slow to end. */
import { parentPort, workerData } from 'node:worker_threads'
import { openStation } from '../../electron/station/app/station.ts'
import { steward } from './test-station.ts'

/** `most`: milliseconds that it takes for it. */
export type HeldSignIn = { folder: string; delegate: string; most: number }

const { folder, delegate, most } = workerData as HeldSignIn
const station = openStation(folder)
station.batch(() => {
  station.signIn.signIn(steward, delegate)
  station.signIn.recordNeeds(steward, delegate, { access: 'A ramp', dietary: '' })
  parentPort?.postMessage('held')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, most)
})
station.close()
