/** What a durable pledge costs through the whole house, over each transport, beside the bare INSERT of the same row. */
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import type { KioskClient } from '../../shared/contract/index.ts'
import type { PledgeInput } from '../../shared/domain/pledge.ts'
import { OWN_FOLDERS } from '../../electron/places.ts'
import { serve } from '../../electron/serve/serve.ts'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import { hashOfFact } from '../../electron/station/kernel/journal/hash.ts'
import { router } from '../../electron/station/app/router.ts'
import { bareDatabase, insertInto, readyKiosk } from './bench-station.ts'
import type { Figure } from './figure.ts'
import { inFolder, takeTurns } from './measure.ts'

const TURNS = { warmUp: 8, rounds: 30, calls: 40 }

const pledge: PledgeInput = {
  by: { kind: 'organisation', organisation: 'Meriden Motors', sector: 'business', name: 'Kwame Okonkwo-Bell' },
  type: 'work-experience',
  wording: 'Two weeks in our workshop, with a mentor from the line who stays in touch afterwards',
  quantity: 4,
  timescale: { kind: 'words', words: 'by next summer' },
  priority: null,
  mayContact: true,
  email: 'kwame@meriden.example',
  showName: true,
}

/**
 * `pledge-port` and `pledge-http`: the median of `pledges.make` in milliseconds, from the call to its answer, one after
 * another; client and station in this one process. Against the median INSERT of the rows that such a pledge leaves, its fact and its
 * record, committed by themselves with the hashes of the fact’s fields, into the same tables with the same indexes, key and pragmas.
 */
export const benchPledge = (): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const kiosk = await readyKiosk(`${folder}/station`)
    const port = overPort(kiosk)
    const http = await overHttp(kiosk, `${folder}/station`)
    const bare = await bareInsert(kiosk, port.client, `${folder}/bare`)
    try {
      const [byPort = 0, byHttp = 0, insert = 0] = await takeTurns(
        [() => port.client.pledges.make(pledge), () => http.client.pledges.make(pledge), bare.insert],
        TURNS,
      )
      return [
        { name: 'pledge-port', value: byPort, unit: 'ms', against: 'bare INSERT with hashes', againstValue: insert },
        { name: 'pledge-http', value: byHttp, unit: 'ms', against: 'bare INSERT with hashes', againstValue: insert },
      ]
    } finally {
      bare.close()
      await http.close()
      port.close()
      kiosk.close()
    }
  })

function overPort(kiosk: Kiosk): { client: KioskClient; close: () => void } {
  const { port1, port2 } = new MessageChannel()
  new PortHandler(router).upgrade(port2, { context: { kiosk, session: kiosk.createSession() } })
  port1.start()
  port2.start()
  return { client: createORPCClient(new PortLink({ port: port1 })), close: () => port1.close() }
}

async function overHttp(kiosk: Kiosk, folder: string): Promise<{ client: KioskClient; close: () => Promise<void> }> {
  const serving = await serve(kiosk, { folder, pages: OWN_FOLDERS.pages, port: 0 })
  const { origin, hash } = new URL(serving.link)
  const headers = { authorization: `Bearer ${hash.slice('#key='.length)}`, 'x-screen': 'a-screen-of-a-bench' }
  return {
    client: createORPCClient(new HttpLink({ url: `${origin}/rpc`, headers: () => headers })),
    close: serving.close,
  }
}

/** Inserts the very rows that a pledge left in the station, each time with an id and a reference of its own. */
async function bareInsert(kiosk: Kiosk, client: KioskClient, folder: string) {
  const { id } = await client.pledges.make(pledge)
  const station = kiosk.station()
  const kind = station?.journal.catalogue.records.find(({ table }) => table === 'pledge')
  const kept = kind === undefined ? null : (station?.journal.records.kept(kind, id) ?? null)
  const [fact] = station?.journal.facts.about(id) ?? []
  if (kind === undefined || kept === null || fact === undefined) throw new Error('The pledge left no row')
  // As SQLite keeps it.
  const row = Object.fromEntries(
    Object.entries(kept).map(([column, value]) => [column, typeof value === 'boolean' ? Number(value) : value]),
  )
  const { by: _by, body: _body, fields, after, last, ...told } = fact
  const packed = fields.map((field) => Object.values(field))
  const db = bareDatabase(folder)
  const record = insertInto(db, kind.table, kind.columns)
  const facts = insertInto(db, 'fact', [...Object.keys(told), 'fields', 'after', 'last'])
  const insert = db.transaction((subject: string, seq: number, reference: string) => {
    const hash = hashOfFact(fact.hash, { ...fact, subject, seq })
    const texts = { fields: JSON.stringify(packed), after: JSON.stringify(after), last: Number(last) }
    facts.run({ ...told, ...texts, subject, seq, hash })
    record.run({ ...row, id: subject, reference })
  })
  let count = 0
  return {
    insert(): void {
      count += 1
      const number = count.toString(16)
      const subject = `${id.slice(0, 24)}${number.padStart(12, '0')}`
      insert.immediate(subject, fact.seq + count, number.padStart(7, '0').toUpperCase())
    },
    close: () => db.close(),
  }
}
