/** Tablets that become part of one event, and bring one another what they hold (docs/transfer.md). */
import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Decrypter, Encrypter, Stanza } from 'age-encryption'
import { expect, test } from 'vitest'
import type { Duty } from '../../shared/domain/duty.ts'
import { keyFile, openDatabase, shippedMigrations } from '../../electron/station/kernel/database/index.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { heldToCarry } from '../../electron/station/kernel/journal/merge.ts'
import {
  BundleError,
  eventKeysFrom,
  makeSigningKeys,
  signCertificate,
  signStatement,
  writeBundle,
} from '../../electron/transfer/index.ts'
import { identityOf, recipientOf } from '../../electron/transfer/keys.ts'
import { type Manifest, manifestStatement } from '../../electron/transfer/manifest.ts'
import { fc, runs } from '../support/chance.ts'
import { bundleOf, bytesOf, merged, stick } from '../support/bundles.ts'
import { factsOf } from '../support/merge.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { anyone, aPledge, ewa, openTest, organiser, shippedPack, steward } from '../support/test-station.ts'

/** The organiser’s tablet, whose event has a key. */
function organisersTablet(): Station {
  const station = openTest()
  station.loadEvent(shippedPack(), false)
  station.tablets.beginEvent()
  return station
}

/** As another program would. */
function inSettings(folder: string, sql: string, ...given: string[]): string {
  const { db } = openDatabase(folder, keyFile(), shippedMigrations(), () => 0)
  try {
    return String(
      db
        .prepare(sql)
        .pluck()
        .get(...given),
    )
  } finally {
    db.close()
  }
}

async function invited(by: Station, duty: Duty, name: string): Promise<Station> {
  const invitation = await by.tablets.invite({ duty, most: 20 })
  if (invitation === null) throw new Error('It does not speak for the event')
  const bytes = await bytesOf(Promise.resolve(invitation))
  const station = openTest(tempFolder())
  expect(await station.tablets.enrol(stick(bytes), { code: invitation.code, name })).toMatchObject({ code: 'enrolled' })
  return station
}

test('a tablet is invited by a stick and a code, and what it writes comes back in a bundle, once', async () => {
  const organisers = organisersTablet()
  const person = organisers.signIn.add(organiser, ewa)
  const door = await invited(organisers, 'sign-in', 'West door')
  expect(door.described()).toMatchObject({ name: 'West door', duty: 'sign-in' })
  expect(door.event().pack.name).toBe(organisers.event().pack.name)
  expect(door.signIn.delegate(person)?.name).toBe('Ewa Kaur')

  door.signIn.signIn(steward, person)
  const { made } = door.pledges.make(anyone, aPledge)
  const bytes = await bundleOf(door)
  expect((await merged(organisers, bytes)).chains.map(({ came }) => came)).toEqual(['taken', 'taken'])
  expect(organisers.signIn.delegate(person)?.presence).toBe('here')
  expect(organisers.pledges.latest().map(({ reference }) => reference)).toEqual([made?.reference])
  expect(organisers.journal.facts.count()).toBe(door.journal.facts.count())

  const before = factsOf(organisers)
  expect((await merged(organisers, bytes)).taken).toMatchObject({ added: 0, clashing: 0, refused: 0 })
  expect(factsOf(organisers)).toEqual(before)
})

test('a door’s tablet cannot erase anybody: not at the door, and not where somebody made it say so', async () => {
  const organisers = organisersTablet()
  const person = organisers.signIn.add(organiser, ewa)
  const door = await invited(organisers, 'sign-in', 'West door')
  expect(() => door.eraseDelegate(organiser, person, 'Asked to be')).toThrow('not for this tablet to write')
  expect(door.signIn.delegate(person)?.name).toBe('Ewa Kaur')

  // A program that believes nobody writes it on the door’s chain: it is held, passed on, and counts for nothing.
  const { folder } = door
  const key = inSettings(folder, 'SELECT value FROM setting WHERE key = ?', 'eventKey')
  door.close()
  inSettings(folder, 'DELETE FROM setting WHERE key = ? RETURNING value', 'eventKey')
  const forging = openTest(folder)
  forging.eraseDelegate(organiser, person, 'Asked to be')
  forging.close()
  inSettings(folder, 'INSERT INTO setting (key, value) VALUES (?, ?) RETURNING value', 'eventKey', key)
  expect((await merged(organisers, await bundleOf(openTest(folder)))).taken).toMatchObject({
    notUnderstood: 1,
    refused: 0,
  })
  expect(organisers.signIn.delegate(person)?.name).toBe('Ewa Kaur')
  const third = await invited(organisers, 'organiser', 'Office')
  expect(third.signIn.delegate(person)?.name).toBe('Ewa Kaur')
  third.eraseDelegate(organiser, person, 'Asked to be')
  expect((await merged(organisers, await bundleOf(third))).taken.notUnderstood).toBe(0)
  expect(organisers.signIn.delegate(person)).toBeNull()
})

/** The organiser’s tablet, and a bundle of a door where so many people came. */
async function doorsBundle(people: number) {
  const organisers = organisersTablet()
  const door = await invited(organisers, 'sign-in', 'West door')
  door.batch(() => {
    for (let nth = 0; nth < people; nth += 1)
      door.signIn.signIn(steward, door.signIn.add(steward, { ...ewa, name: `Ewa ${nth}`, email: '' }))
  })
  return { organisers, door, bytes: await bundleOf(door) }
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'taken'
  } catch (error) {
    if (error instanceof BundleError) return error.code
    throw error
  }
}

/** What somebody may do to a file on its way: other bytes, a piece cut out, doubled, or moved to the end. */
const damage = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'double', 'end'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 400 }),
  by: fc.integer({ min: 1, max: 255 }),
})

test('a bundle that was changed anywhere on its way is refused, and nothing of it is taken in', async () => {
  const { organisers, bytes } = await doorsBundle(3)
  const before = organisers.journal.facts.count()
  await fc.assert(
    fc.asyncProperty(damage, async ({ kind, at, length, by }) => {
      const from = Math.min(bytes.length - 1, Math.floor(at * bytes.length))
      const [head, piece, rest] = [bytes.slice(0, from), bytes.slice(from, from + length), bytes.slice(from + length)]
      const flipped = piece.map((byte, index) => (index === 0 ? byte ^ by : byte))
      const parts = {
        flip: [head, flipped, rest],
        cut: [head, rest],
        double: [head, piece, piece, rest],
        end: [head, rest, piece],
      }[kind]
      const changed = new Uint8Array(Buffer.concat(parts))
      if (Buffer.compare(changed, bytes) === 0) return
      expect(await codeOf(merged(organisers, changed))).not.toBe('taken')
      expect(organisers.journal.facts.count()).toBe(before)
    }),
    { numRuns: runs(60, 10_000) },
  )
  expect(await codeOf(merged(organisers, bytes))).toBe('taken')
})

/** What stands inside the seal, and sealing something else in its place: as somebody could who has the receiver’s public key. */
async function resealed(organisers: Station, bytes: Uint8Array, change: (inside: Buffer) => Buffer) {
  const seed = inSettings(organisers.folder, 'SELECT value FROM setting WHERE key = ?', 'eventSeed')
  const { sealing } = eventKeysFrom(seed)
  const decrypter = new Decrypter()
  decrypter.addIdentity(identityOf(sealing.privateKey))
  const inside = Buffer.from(await decrypter.decrypt(bytes))
  const line = Buffer.from(bytes.subarray(0, 1000))
    .toString('latin1')
    .split('\n')
    .find((one) => one.startsWith('-> pledge'))
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipientOf(sealing.publicKey))
  encrypter.addRecipient({ wrapFileKey: () => [new Stanza(line?.split(' ').slice(1) ?? [], new Uint8Array())] })
  return encrypter.encrypt(new Uint8Array(change(inside)))
}

test('sealed anew by somebody who is no tablet of the event it is refused: not a page, not a count, not an order may be another', async () => {
  const { organisers, bytes } = await doorsBundle(3)
  const before = organisers.journal.facts.count()
  expect(await codeOf(merged(organisers, await resealed(organisers, bytes, (inside) => inside)))).toBe('taken')
  const length = (inside: Buffer) => inside.readUInt32BE()
  const changes: Record<string, (inside: Buffer) => Buffer> = {
    'a page less': (inside) => inside.subarray(0, inside.length - 20),
    'a page more': (inside) => Buffer.concat([inside, Buffer.from('more')]),
    'another digit in the manifest': (inside) => {
      const text = inside.toString('latin1')
      const place = text.indexOf('"number":') + 9
      return Buffer.from(`${text.slice(0, place)}${text[place] === '9' ? '8' : '9'}${text.slice(place + 1)}`, 'latin1')
    },
    'another page': (inside) => {
      const changed = Buffer.from(inside)
      changed[inside.length - 10] = (changed[inside.length - 10] ?? 0) ^ 1
      return changed
    },
    'no manifest': (inside) => inside.subarray(4 + length(inside)),
    'a manifest without an end': (inside) => Buffer.concat([Buffer.from([255, 255, 255, 255]), inside.subarray(4)]),
    nothing: () => Buffer.alloc(0),
  }
  for (const [what, change] of Object.entries(changes)) {
    const code = await codeOf(merged(organisers, await resealed(organisers, bytes, change)))
    expect([what, ['forged', 'too-large'].includes(code)]).toEqual([what, true])
  }
  expect(organisers.journal.facts.count()).toBeGreaterThan(before)
})

/** What stands inside, with another manifest, which the door signs: as a tablet of the event could that means harm. */
const signedAnew =
  (door: Station, change: (manifest: Manifest) => Manifest) =>
  (inside: Buffer): Buffer => {
    const end = 4 + inside.readUInt32BE()
    const text = Buffer.from(JSON.stringify(change(JSON.parse(inside.subarray(4, end).toString()) as Manifest)))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(text.length)
    const key = inSettings(door.folder, 'SELECT value FROM setting WHERE key = ?', 'stationKey')
    const signature = signStatement(manifestStatement(hash('sha256', text, 'hex')), key)
    return Buffer.concat([length, text, Buffer.from(signature, 'hex'), inside.subarray(end + 64)])
  }

test('a tablet of the event that means harm brings nothing that it may not: no other count, no certificate of its own making, no change to a fact', async () => {
  const { organisers, door, bytes } = await doorsBundle(3)
  const before = organisers.journal.facts.count()
  const refused = async (change: (inside: Buffer) => Buffer) => {
    expect(await codeOf(merged(organisers, await resealed(organisers, bytes, change)))).toBe('forged')
    expect(organisers.journal.facts.count()).toBe(before)
  }
  await refused((inside) => {
    const changed = Buffer.from(inside)
    const at = 4 + inside.readUInt32BE()
    changed[at] = (changed[at] ?? 0) ^ 1
    return changed
  })
  await refused(signedAnew(door, (manifest) => ({ ...manifest, types: { ...manifest.types, 'station.named': 7 } })))
  const own = makeSigningKeys()
  await refused(
    signedAnew(door, (manifest) => ({
      ...manifest,
      certificates: manifest.certificates.map(({ format: _format, signature: _signature, ...one }) =>
        signCertificate({ ...one, by: null }, own.privateKey),
      ),
    })),
  )
  // It writes the organiser’s chain otherwise than the organiser did.
  const [head, key] = [
    door.journal.signHead(),
    inSettings(door.folder, 'SELECT value FROM setting WHERE key = ?', 'stationKey'),
  ]
  if (head === null) throw new Error('It has written')
  const opened = await organisers.tablets.open(stick(bytes))
  const receiver = opened.routing.receiver
  const twisted = await writeBundle({
    ...opened.manifest,
    number: head.seq,
    key,
    chains: heldToCarry(door.journal.facts).map(({ chain, head: end, facts }) => ({
      station: chain.station,
      publicKey: chain.publicKey,
      first: 1,
      head: end,
      *facts() {
        for (const fact of facts()) yield fact.type === 'station.named' ? { ...fact, wall: fact.wall + 1 } : fact
      },
    })),
    to: { publicKey: receiver, called: receiver },
    giveWay: async () => undefined,
    invitation: undefined,
  })
  const code = await codeOf(merged(organisers, new Uint8Array(await new Response(twisted.bytes).arrayBuffer())))
  expect([code, organisers.journal.facts.count()]).toEqual(['forged', before])
  expect(await codeOf(merged(organisers, bytes))).toBe('taken')
})

test('a bundle of another event, for another tablet, or of no tablet at all says so', async () => {
  const { organisers, door, bytes } = await doorsBundle(1)
  const other = openTest()
  other.loadEvent(shippedPack('wolverhampton-2010'), false)
  other.tablets.beginEvent()
  expect(await codeOf(merged(other, bytes))).toBe('other-event')
  expect(await codeOf(merged(door, bytes))).toBe('for-another')
  expect(await codeOf(merged(organisers, new TextEncoder().encode('Minutes of the meeting')))).toBe('no-bundle')
  expect(await codeOf(merged(organisers, new Uint8Array()))).toBe('no-bundle')
})

test('cut off after any page, the same bundle goes on where it stopped', async () => {
  const { organisers, bytes, door } = await doorsBundle(400)
  const open = () => organisers.tablets.open(stick(bytes))
  const pages = (await open()).manifest.pages.length
  expect(pages).toBeGreaterThan(2)
  for (let cut = 0; cut <= pages; cut += 1) {
    const opened = await open()
    let readings = 0
    const cutOff = async function* () {
      readings += 1
      let nth = 0
      for await (const page of opened.pages()) {
        if (readings === 2 && nth === cut) throw new Error('The plug')
        nth += 1
        yield page
      }
      if (readings === 2 && cut === pages) throw new Error('The plug')
    }
    await expect(organisers.tablets.take({ ...opened, pages: cutOff })).rejects.toThrow('The plug')
    expect(organisers.check().findings).toEqual([])
  }
  await merged(organisers, bytes)
  expect(organisers.journal.facts.count()).toBe(door.journal.facts.count())
})

const isAgeThere = spawnSync('age', ['--version']).status === 0

test.skipIf(!isAgeThere)('the public age tool opens a bundle with the receiver’s identity', async () => {
  const { organisers, bytes } = await doorsBundle(1)
  const folder = tempFolder()
  const seed = inSettings(organisers.folder, 'SELECT value FROM setting WHERE key = ?', 'eventSeed')
  writeFileSync(join(folder, 'receiver.key'), identityOf(eventKeysFrom(seed).sealing.privateKey))
  writeFileSync(join(folder, 'door.bundle'), bytes)
  const { status, stdout } = spawnSync('age', ['-d', '-i', join(folder, 'receiver.key'), join(folder, 'door.bundle')])
  expect(status).toBe(0)
  expect(stdout.subarray(4, 4 + stdout.readUInt32BE()).toString()).toContain('"format":"bundle 1"')
})
