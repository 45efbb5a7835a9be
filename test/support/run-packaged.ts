/** Runs what was packaged under the Electron double: what the first screen finds, and what the station’s process can do. */
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { startUnseen } from './electron-double/unseen.ts'
import { PASSPHRASE, PIN } from './test-station.ts'

/** `root` is the folder of the packaged app, out of its archive. */
export async function runPackaged(root: string, data: string) {
  const { shell, offer } = await startUnseen(data, { root })
  try {
    const page = async (path: string) => {
      const { status, body } = await shell.serve({ url: new URL(path, 'app://kiosk/').href, method: 'GET' })
      return { status, text: new TextDecoder().decode(body) }
    }
    const first = await page('/')
    const script = /src="(\/assets\/[^"]+)"/.exec(first.text)?.[1] ?? '/none.js'
    const { client } = await offer()
    const setUp = await client.station.setUp({
      pack: { kind: 'shipped', id: 'solihull-nec' },
      name: 'West door',
      passphrase: PASSPHRASE,
      pin: PIN,
      duty: 'sign-in',
    })
    const thread = new Worker(join(root, 'dist/desktop/reading-thread.js'), {
      workerData: {
        name: 'list.csv',
        bytes: Buffer.from('Name\nEwa Kaur\n'),
        reading: { encoding: null, sheet: null, top: 'headings', vocabulary: { rules: {}, noNames: [] } },
      },
    })
    const [{ head }] = (await once(thread, 'message')) as [{ head: { kind: string } }]
    if (head.kind === 'error') throw new Error('The thread could not read the list')
    thread.postMessage('more')
    const [{ rows }] = (await once(thread, 'message')) as [{ rows: unknown[] }]
    await thread.terminate()
    const { phase } = await client.station.state()
    await client.staff.unlock({ role: 'steward', pin: PIN })
    await client.station.startRehearsal({ pack: null })
    return {
      page: first.text.includes('<div id="app">'),
      script: (await page(script)).status,
      packs: (await client.station.packs()).length,
      setUp: setUp.code,
      phase,
      rehearsal: (await client.station.state()).rehearsal,
      readByThread: rows.length,
    }
  } catch (error) {
    throw new Error(shell.failures.join('\n'), { cause: error })
  } finally {
    await shell.close()
  }
}
