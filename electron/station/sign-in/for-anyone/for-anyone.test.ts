import { describe, expect, test } from 'vitest'
import { openTestKiosk, portClient, setUpAnswers } from '../../../../test/support/test-client.ts'
import { aPledge, ewa, handClock, organiser, PIN, shippedPack, steward } from '../../../../test/support/test-station.ts'

const named = (name: string, organisation: string | null = null, email: string | null = null) => ({
  name,
  organisation,
  email,
})

/** A door that nobody staffs, one screen at it, and the list. */
async function openDoor(now = handClock()) {
  const kiosk = openTestKiosk(undefined, { now })
  await kiosk.setUp({ ...setUpAnswers, pack: shippedPack() })
  const station = kiosk.station()
  if (station === null) throw new Error('It was just set up')
  station.changeDoor({ mode: 'self-service' })
  return { kiosk, station, client: portClient(kiosk), now }
}

describe('people whom the event pack protects', () => {
  const kai = { ...ewa, name: 'Kai Pottlewick', organisation: 'Care Leavers’ Forum', sector: 'care-experienced' }

  test('are answered like nobody by name, by organisation and by e-mail address, and found by their badge', async () => {
    const { station, client } = await openDoor()
    const id = station.signIn.add(organiser, kai)
    for (const [organisation, email] of [
      [null, null],
      [kai.organisation, null],
      [kai.organisation, kai.email],
    ] as const)
      expect(await client.selfService.find(named(kai.name, organisation, email))).toEqual(
        await client.selfService.find(named('Eva Nobody', organisation, email)),
      )
    expect(await client.selfService.scan({ text: station.signIn.badge(id) })).toMatchObject({
      code: 'found',
      person: { id, byBadge: true },
    })
  })

  test('are not in the way of somebody else of that name, whose organisation is then not told either', async () => {
    const { station, client } = await openDoor()
    station.signIn.add(organiser, kai)
    const other = station.signIn.add(organiser, { ...kai, sector: 'council', organisation: 'Elmdon House' })
    expect(await client.selfService.find(named(kai.name))).toMatchObject({
      code: 'found',
      person: { id: other, organisation: '' },
    })
  })

  test('stay so as the list and the event change', async () => {
    const { station, client } = await openDoor()
    const id = station.signIn.add(organiser, { ...kai, sector: 'council' })
    expect(await client.selfService.find(named(kai.name))).toMatchObject({ code: 'found' })
    station.signIn.amend(steward, id, { sector: 'carers' }, 'She fosters')
    expect(await client.selfService.find(named(kai.name))).toMatchObject({ code: 'more-needed' })
    const pack = shippedPack()
    const open = pack.sectors.map((sector) => ({ ...sector, protected: false }))
    station.loadEvent({ ...pack, sectors: open }, false)
    expect(await client.selfService.find(named(kai.name))).toMatchObject({ code: 'found' })
  })

  test('at a pledge screen are answered like nobody, and found by staff who unlock it', async () => {
    const { kiosk, station, client } = await openDoor()
    station.changeDuty('pledges')
    const id = station.signIn.add(organiser, kai)
    expect(await client.signIn.findPublic({ name: kai.name })).toEqual({ code: 'nobody' })
    expect(await client.pledges.scan({ text: station.signIn.badge(id) })).toMatchObject({ code: 'found' })
    const staff = portClient(kiosk)
    await staff.staff.unlock({ role: 'steward', pin: PIN })
    expect(await staff.signIn.findPublic({ name: kai.name })).toMatchObject({ code: 'found', people: [{ id }] })
    expect(await staff.signIn.findPublic({ name: 'Kai' })).toEqual({ code: 'nobody' })
  })
})

describe('two of one name at a pledge screen', () => {
  test('are told with their organisations, and nobody who is only called alike beside them', async () => {
    const { station, client } = await openDoor()
    station.changeDuty('pledges')
    const jane = { ...ewa, name: 'Jane Gribblewick' }
    station.signIn.add(organiser, jane)
    station.signIn.add(organiser, { ...jane, name: 'Jone Gribblewick', organisation: 'Meriden Motors' })
    expect(await client.signIn.findPublic({ name: 'Jane Gribblewick' })).toMatchObject({
      people: [{ name: 'Jane Gribblewick', organisation: '' }],
    })
    // A slip of both: neither is told.
    expect(await client.signIn.findPublic({ name: 'Jene Gribblewick' })).toEqual({ code: 'nobody' })
    station.signIn.add(organiser, { ...jane, organisation: 'Nowhere Council' })
    const answer = await client.signIn.findPublic({ name: 'gribblewick jane' })
    expect(answer.code === 'found' && answer.people.map(({ organisation }) => organisation).toSorted()).toEqual([
      'Elmdon House',
      'Nowhere Council',
    ])
  })
})

describe('a pledge in somebody’s name', () => {
  test('tells the screen no more of them than their name, and the wall neither', async () => {
    const { kiosk, station, client } = await openDoor()
    station.changeDuty('pledges')
    const id = station.signIn.add(organiser, ewa)
    const made = await client.pledges.make({ ...aPledge, by: { kind: 'delegate', delegate: id }, showName: true })
    const views = [
      await client.pledges.read({ id: made.id }),
      await client.pledges.amend({ id: made.id, quantity: 5, reason: '' }),
      await client.pledges.withdraw({ id: made.id, reason: '' }),
      await client.pledges.restore({ id: made.id, reason: '' }),
    ]
    for (const view of views) expect(view).toMatchObject({ name: 'Ewa Kaur', organisation: '', sector: '' })
    expect((await client.pledges.tree()).latest).toMatchObject([{ who: 'Ewa Kaur' }])
    const staff = portClient(kiosk)
    await staff.staff.unlock({ role: 'steward', pin: PIN })
    expect(await staff.pledges.read({ id: made.id })).toMatchObject({ organisation: 'Elmdon House' })
    const by = { kind: 'organisation' as const, organisation: 'Meriden Motors', sector: '', name: 'Kwame' }
    await client.pledges.make({ ...aPledge, by, showName: true })
    // In whichever order: both were made in the same moment.
    expect((await client.pledges.tree()).latest.map(({ who }) => who)).toContain('Kwame, Meriden Motors')
  })
})

describe('one tablet with several screens', () => {
  test('whoever tries name after name has to wait, and is told how long', async () => {
    const { kiosk, station, client, now } = await openDoor()
    const id = station.signIn.add(organiser, ewa)
    for (let tries = 0; tries < 60; tries += 1) await client.selfService.scan({ text: `guess-${tries}` })
    expect(await client.selfService.scan({ text: 'ticket-1' })).toEqual({ code: 'wait', seconds: 20 })
    expect(await client.selfService.scan({ text: station.signIn.badge(id) })).toMatchObject({ code: 'found' })
    for (let tries = 0; tries < 239; tries += 1) station.forAnyone.waitForName({ name: `Guess ${tries}` })
    expect(await client.selfService.find(named('Ewa Kaur'))).toEqual({ code: 'wait', seconds: 3 })
    // Another screen of the same tablet is no way round it, nor is one of another duty; a member of staff is.
    expect(await portClient(kiosk).selfService.find(named('Ewa Kaur'))).toEqual({ code: 'wait', seconds: 3 })
    station.changeDuty('pledges')
    expect(await portClient(kiosk).signIn.findPublic({ name: 'Ewa Kaur' })).toEqual({ code: 'wait', seconds: 3 })
    expect(await portClient(kiosk).pledges.scan({ text: 'ticket-2' })).toEqual({ code: 'wait', seconds: 20 })
    const staff = portClient(kiosk)
    await staff.staff.unlock({ role: 'steward', pin: PIN })
    expect(await staff.signIn.findPublic({ name: 'Ewa Kaur' })).toMatchObject({ code: 'found' })
    expect(await staff.pledges.scan({ text: 'ticket-2' })).toEqual({ code: 'unknown-badge' })
    station.changeDuty('sign-in')
    now.pass(3_000)
    expect(await client.selfService.find(named('Ewa Kaur'))).toMatchObject({ code: 'found' })
  })
})

test('a link with many codes in it is as many guesses, and one with more than any ticket has is none of them', async () => {
  const { station, client } = await openDoor()
  station.signIn.importer.run(
    organiser,
    'list.csv',
    Buffer.from('Name,Organisation,Barcode #\nEwa Kaur,Elmdon House,guess-8-3\n'),
    { encoding: null, sheet: null, mapping: null },
  )
  const link = (tries: number, codes: number) =>
    `https://guess.example/?${Array.from({ length: codes }, (_, code) => `c=guess-${tries}-${code}`).join('&')}`
  expect(await client.selfService.scan({ text: link(8, 9) })).toEqual({ code: 'unknown-badge' })
  // With the whole of it nine at a time: seven and there are none left of sixty.
  for (let tries = 0; tries < 7; tries += 1)
    expect(await client.selfService.scan({ text: link(tries, 8) })).toEqual({ code: 'unknown-badge' })
  expect(await client.selfService.scan({ text: link(8, 8) })).toMatchObject({ code: 'wait' })
})

test('a badge that was given out for a name says no more than the name, also after the tablet was started again', async () => {
  const { kiosk, station, client } = await openDoor()
  station.changeDoor({ badges: { ...station.door().badges, onSignIn: true } })
  const id = station.signIn.add(organiser, ewa)
  station.signIn.recordNeeds(steward, id, { access: 'A ramp', dietary: '' })
  station.signIn.signIn(steward, id)
  const badge = station.signIn.badge(id)
  expect(await client.selfService.scan({ text: badge })).toMatchObject({ person: { byBadge: true, needsNoted: true } })
  const other = portClient(kiosk)
  expect(await other.selfService.find(named(ewa.name))).toMatchObject({ code: 'found', person: { byBadge: false } })
  await other.badges.contents({ delegates: [id] })
  kiosk.close()
  const again = portClient(openTestKiosk(station.folder))
  expect(await again.selfService.scan({ text: badge })).toMatchObject({ person: { byBadge: false, needsNoted: false } })
})
