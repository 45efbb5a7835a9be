import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { aPledge, anAction, ewa, kwame, PASSPHRASE, PIN } from '../../test/support/test-station.ts'
import { endOf } from '../../test/support/end-of.ts'
import { openTestKiosk, portClient, setUpAnswers } from '../../test/support/test-client.ts'
import { tempFolder } from '../../test/support/temp-folder.ts'
import { createLog } from './log.ts'

/** What people wrote, or are, in this day: none of it may be found afterwards. */
const WRITTEN = {
  names: ['Ewa', 'Kaur', 'Kwame', 'Okonkwo', 'Ottoline', 'Hazelhurst', 'Zadie'],
  places: ['Elmdon House', 'Meriden Motors', 'Hazelhurst Bakery'],
  emails: ['ewa@elmdon.example', 'ottoline@bakery.example'],
  words: ['shellfish', 'Please ring her', 'Bread for every', 'half a sentence', 'mistyped', 'changed her mind'],
  secrets: [PIN, PASSPHRASE, '0000'],
}

describe('a whole day, and the log of it', () => {
  test('what happened is in the files; who it was, and what they wrote, is not', async () => {
    const folder = join(tempFolder(), 'station')
    const log = createLog({ folder: `${folder}-logs` })
    const kiosk = openTestKiosk(folder, {
      log: log.call,
      platform: { leave: null, support: async () => log.files(), updates: null },
    })
    const client = portClient(kiosk)
    /** Some of these are refused; that is told too. */
    const tried = async (call: Promise<unknown>) => void (await call.catch(() => undefined))

    // The morning: set up, a wrong PIN, a list.
    await client.station.setUp(setUpAnswers)
    await client.staff.unlock({ role: 'steward', pin: '0000' })
    await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
    const rows = [ewa, kwame].map((one) => [one.name, one.organisation, one.email].join(','))
    const file = new File(
      [`Name,Organisation,Email\n${rows.join('\n')}\n,Nobody Ltd,not an address\n`],
      'Zadie’s list.csv',
    )
    const read = await client.import.analyse({ file })
    if (read.code !== 'analysis') throw new Error(read.sentence)
    expect(await endOf(client.import.commit({ id: read.id }))).toMatchObject({ code: 'imported' })
    const { items } = await client.signIn.list({})
    const delegate = items.find(({ name }) => name === ewa.name)?.id ?? ''
    const { code: badge } = await client.signIn.badge({ delegate })

    // The door.
    await client.signIn.find({ query: 'ewa kaur' })
    await client.signIn.scan({ text: badge })
    await client.signIn.scan({ text: 'Ottoline Hazelhurst <ottoline@bakery.example>' })
    await client.signIn.note({ delegate, note: 'Please ring her carer' })
    await client.signIn.recordNeeds({ delegate, access: 'A ramp', dietary: 'No shellfish' })
    const walkIn = { name: 'Ottoline Hazelhurst', organisation: 'Hazelhurst Bakery', email: 'ottoline@bakery.example' }
    await client.signIn.walkIn({ ...walkIn, role: 'Baker', sector: 'business', table: '' })
    await client.signIn.amend({ delegate, name: 'Ewa Kaur-Bell', reason: 'She had mistyped it' })
    await client.signIn.signOut({ delegate })
    await client.signIn.undo({ delegate, reason: 'She changed her mind' })
    await tried(client.signIn.read({ delegate: '00000000-0000-7000-8000-000000000000' }))
    await tried(client.signIn.signIn({ delegate: 'Ewa Kaur' }))

    // Pledges, a draft that is left, and a table.
    await client.station.changeDuty({ duty: 'pledges' })
    await client.drafts.save({ scope: 'pledge', body: '{"wording":"half a sentence by Zadie"}' })
    await client.drafts.park({ scope: 'pledge' })
    await client.drafts.parked()
    const pledge = await client.pledges.make({
      ...aPledge,
      by: { kind: 'organisation', organisation: 'Hazelhurst Bakery', sector: 'business', name: 'Ottoline' },
      wording: 'Bread for every care leaver’s first week',
      mayContact: true,
      email: 'ottoline@bakery.example',
    })
    await client.pledges.amend({ id: pledge.id, quantity: 7, reason: 'Ottoline mistyped' })
    await tried(client.pledges.scan({ text: 'Zadie' }))
    await client.workshops.proposeAction({ ...anAction, owner: 'Kwame Okonkwo-Bell' })

    // The evening.
    await client.plan.export({ kind: 'csv' })
    await client.plan.history({ subject: delegate })
    await client.signIn.erase({ delegate, reason: 'Ewa asked for it' })
    await client.staff.lock()
    await tried(client.signIn.find({ query: 'Kwame Okonkwo' }))
    // A fault of ours whose message holds a name.
    const station = kiosk.station()
    if (station !== null) station.staff.unlock = () => Promise.reject(new Error('Ewa Kaur'))
    await tried(client.staff.unlock({ role: 'steward', pin: PIN }))

    const text = log
      .files()
      .map(({ text: lines }) => lines)
      .join('')
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.length).toBeGreaterThan(25)
    for (const line of lines) expect(Object.keys(line)).toEqual(['at', 'call', 'outcome', 'ms'])
    const told = lines.map(({ call, outcome }) => `${String(call)} ${String(outcome)}`)
    for (const what of [
      'signIn.walkIn ok',
      'signIn.erase ok',
      'drafts.save ok',
      'pledges.make ok',
      'signIn.find NOT_ALLOWED',
      'signIn.read NOT_FOUND',
      'signIn.signIn BAD_REQUEST',
      'staff.unlock BUG Error',
    ])
      expect(told).toContain(what)

    const bundle = unzipSync(new Uint8Array(await (await kiosk.support()).arrayBuffer()))
    const saved = Object.values(bundle).map((bytes) => strFromU8(bytes))
    expect(saved.join('')).toContain('"outcome":"BUG Error"')
    for (const word of [
      ...Object.values(WRITTEN).flat(),
      badge,
      delegate,
      pledge.reference,
      'West door',
      'Zadie’s list',
    ])
      for (const kept of [text, ...saved])
        // Digits of a PIN may stand in a time.
        expect(kept.replaceAll(/"(at|made|taken)": ?"[^"]+"|\d+(\.\d+)?(?=[,}\n])/g, '').includes(word), word).toBe(
          false,
        )
  })
})
