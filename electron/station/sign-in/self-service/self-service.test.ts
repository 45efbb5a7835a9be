import { describe, expect, test } from 'vitest'
import { openTestKiosk, portClient, setUpAnswers } from '../../../../test/support/test-client.ts'
import { ewa, handClock, kwame, organiser, shippedPack, steward } from '../../../../test/support/test-station.ts'
import type { Station } from '../../app/station.ts'

const nothing = { access: '', dietary: '' }
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
const factsOf = (station: Station, id: string) => station.journal.facts.about(id).map(({ type }) => type)

describe('somebody signs themselves in', () => {
  test('Ewa types her name and is in, by herself, with her table; nothing else of hers was shown', async () => {
    const { station, client } = await openDoor()
    const id = station.signIn.add(organiser, ewa)
    expect(await client.selfService.find(named('ewa kaur'))).toEqual({
      code: 'found',
      person: { id, name: 'Ewa Kaur', organisation: '', byBadge: false, needsNoted: false },
    })
    expect(await client.selfService.signIn({ person: id, details: {}, needs: nothing })).toEqual({
      code: 'signed-in',
      id,
      name: 'Ewa Kaur',
      table: 'Table 3',
      wordWithStaff: false,
      byBadge: false,
      at: '2023-12-12T08:55:00.000Z',
    })
    const last = station.journal.facts.about(id).at(-1)
    expect(last).toMatchObject({
      type: 'attendance.signed-in',
      body: { how: 'self' },
      by: { role: 'delegate', delegate: id },
    })
  })

  test('what she corrects and what she needs is written at once with her sign-in; what she left empty stays', async () => {
    const { station, client } = await openDoor()
    const id = station.signIn.add(organiser, ewa)
    station.signIn.recordNeeds(steward, id, { access: 'Hearing loop', dietary: '' })
    const found = await client.selfService.scan({ text: station.signIn.badge(id) })
    expect(found).toMatchObject({ person: { byBadge: true, organisation: 'Elmdon House', needsNoted: true } })
    expect(JSON.stringify(found)).not.toMatch(/loop|@|Youth worker|voluntary/)
    let commits = 0
    station.journal.onCommit(() => void (commits += 1))
    await client.selfService.signIn({
      person: id,
      details: {
        name: 'Ewa Kaur-Jones',
        organisation: 'Elmdon House',
        area: 'Kitchen',
        role: '',
        sector: '',
        email: 'new@elmdon.example',
      },
      needs: { access: 'Step-free way in', dietary: 'No nuts' },
    })
    expect(commits).toBe(1)
    expect(station.signIn.delegate(id)).toMatchObject({
      name: 'Ewa Kaur-Jones',
      role: 'Youth worker',
      sector: 'voluntary',
      email: 'new@elmdon.example',
      presence: 'here',
    })
    expect(station.signIn.needs(id)).toEqual({ access: 'Hearing loop; Step-free way in', dietary: 'No nuts' })
    expect(factsOf(station, id).slice(-3)).toEqual(['delegate.amended', 'needs.recorded', 'attendance.signed-in'])
    expect(station.plan.history(id).find(({ what }) => what === 'Details changed')).toMatchObject({
      by: 'the person themselves',
      details: [
        { name: 'Name', value: 'Ewa Kaur-Jones' },
        { name: 'Service area', value: 'Kitchen' },
        { name: 'E-mail', value: 'new@elmdon.example' },
        { name: 'Reason', value: 'Corrected by the person themselves' },
      ],
    })
  })

  test('the same need said twice is written once, and one that has no room is refused, not cut', async () => {
    const { station, client } = await openDoor()
    const id = station.signIn.add(organiser, ewa)
    station.signIn.recordNeeds(steward, id, { access: `Ramp; ${'x'.repeat(250)}`, dietary: '' })
    await client.selfService.scan({ text: station.signIn.badge(id) })
    await expect(
      client.selfService.signIn({ person: id, details: {}, needs: { access: 'y'.repeat(100), dietary: '' } }),
    ).rejects.toMatchObject({ code: 'NOT_POSSIBLE', data: { code: 'needs-full' } })
    expect(station.signIn.delegate(id)).toMatchObject({ presence: 'expected' })
    await client.selfService.signIn({ person: id, details: {}, needs: { access: 'ramp', dietary: '' } })
    expect(station.signIn.needs(id).access).toBe(`Ramp; ${'x'.repeat(250)}`)
    expect(factsOf(station, id).filter((type) => type === 'needs.recorded')).toHaveLength(1)
  })

  test('who is in already hears when and where, and no second sign-in is written; a correction still is', async () => {
    const { station, client, now } = await openDoor()
    const id = station.signIn.add(organiser, ewa)
    station.signIn.signIn(steward, id)
    now.pass(600_000)
    await client.selfService.scan({ text: station.signIn.badge(id) })
    expect(
      await client.selfService.signIn({ person: id, details: { organisation: 'Elmdon Hall' }, needs: nothing }),
    ).toMatchObject({ code: 'already', at: '2023-12-12T08:55:00.000Z', station: 'West door' })
    expect(factsOf(station, id)).toEqual(['delegate.added', 'attendance.signed-in', 'delegate.amended'])
  })

  test('a note for staff sends them to the desk, and is not told', async () => {
    const { station, client } = await openDoor()
    const id = station.signIn.add(organiser, kwame)
    station.signIn.note(steward, id, 'Parking permit is at the desk')
    await client.selfService.scan({ text: station.signIn.badge(id) })
    const answer = await client.selfService.signIn({ person: id, details: {}, needs: nothing })
    expect(answer).toMatchObject({ code: 'signed-in', wordWithStaff: true })
    expect(JSON.stringify(answer)).not.toContain('arking')
  })

  test('whose place was withdrawn is sent to staff, with their badge and even half-way, and nothing is written', async () => {
    const { station, client } = await openDoor()
    const id = station.signIn.add(organiser, kwame)
    await client.selfService.find(named('Kwame Okonkwo Bell'))
    station.signIn.withdraw(organiser, id, 'Cannot come')
    expect(await client.selfService.signIn({ person: id, details: {}, needs: nothing })).toEqual({ code: 'withdrawn' })
    expect(await client.selfService.scan({ text: station.signIn.badge(id) })).toEqual({ code: 'withdrawn' })
    expect(await client.selfService.find(named('Kwame Okonkwo Bell'))).toMatchObject({ code: 'more-needed' })
    expect(factsOf(station, id).at(-1)).toBe('delegate.withdrawn')
  })
})

describe('on a name alone', () => {
  test('nothing of needs, of a note, of where they sit or came in is told, and no e-mail address is changed', async () => {
    const { station, client } = await openDoor()
    const id = station.signIn.add(organiser, ewa)
    station.signIn.recordNeeds(steward, id, { access: 'Hearing loop', dietary: '' })
    station.signIn.note(steward, id, 'Parking permit is at the desk')
    expect(await client.selfService.find(named('Ewa Kaur'))).toMatchObject({ person: { needsNoted: false } })
    const changed = { person: id, details: { email: 'mine@else.example' }, needs: nothing }
    await expect(client.selfService.signIn(changed)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringContaining('scan your badge'),
    })
    expect(factsOf(station, id)).not.toContain('attendance.signed-in')
    expect(await client.selfService.signIn({ ...changed, details: {} })).toMatchObject({
      code: 'signed-in',
      wordWithStaff: false,
    })
    expect(await client.selfService.signIn({ ...changed, details: {} })).toEqual({
      code: 'already',
      id,
      name: 'Ewa Kaur',
      byBadge: false,
      wordWithStaff: false,
      table: '',
      at: null,
      station: '',
    })
    expect(station.signIn.delegate(id)?.email).toBe('ewa@elmdon.example')
  })

  test('a need that has no room beside the others goes to staff as a note, so that nothing tells of the others', async () => {
    const { station, client } = await openDoor()
    const id = station.signIn.add(organiser, ewa)
    const before = { access: `Ramp; ${'x'.repeat(250)}`, dietary: '' }
    station.signIn.recordNeeds(steward, id, before)
    await client.selfService.find(named('Ewa Kaur'))
    const added = { person: id, details: {}, needs: { access: 'y'.repeat(100), dietary: 'No nuts' } }
    expect(await client.selfService.signIn(added)).toMatchObject({ code: 'signed-in', wordWithStaff: false })
    expect(station.signIn.needs(id)).toEqual(before)
    expect(station.signIn.delegate(id)?.note).toBe(`Access: ${'y'.repeat(100)}; Food and drink: No nuts`)
  })

  test('an organisation is told only where two of that name had to be told apart by it', async () => {
    const { station, client } = await openDoor()
    station.signIn.add(organiser, ewa)
    expect(await client.selfService.find(named('Ewa Kaur', 'Elmdon House'))).toMatchObject({
      person: { organisation: '' },
    })
    station.signIn.add(organiser, { ...ewa, organisation: 'Meriden Motors', email: '' })
    expect(await client.selfService.find(named('Ewa Kaur', 'Elmdon House'))).toMatchObject({
      person: { organisation: 'Elmdon House' },
    })
  })

  test('the badge that the door prints for a name is worth no more than the name', async () => {
    const { station, client } = await openDoor()
    station.changeDoor({ badges: { ...station.door().badges, onSignIn: true } })
    const id = station.signIn.add(organiser, ewa)
    station.signIn.recordNeeds(steward, id, { access: 'Hearing loop', dietary: '' })
    await client.selfService.find(named('Ewa Kaur'))
    await client.selfService.signIn({ person: id, details: {}, needs: nothing })
    const [content] = await client.badges.contents({ delegates: [id] })
    expect(await client.selfService.scan({ text: content?.badge ?? '' })).toMatchObject({
      code: 'found',
      person: { byBadge: false, needsNoted: false },
    })
    const changed = { person: id, details: { email: 'mine@else.example' }, needs: nothing }
    await expect(client.selfService.signIn(changed)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

describe('nobody can leaf through who is coming', () => {
  test('nobody and several of one name get the same answers, question by question', async () => {
    const { station, client } = await openDoor()
    for (const organisation of ['Elmdon House', 'Elmdon House', 'Meriden Motors'])
      station.signIn.add(organiser, { ...ewa, organisation })
    for (const [organisation, email] of [
      [null, null],
      ['Elmdon House', null],
      ['Elmdon House', 'somebody@else.example'],
    ] as const) {
      const several = await client.selfService.find(named('Ewa Kaur', organisation, email))
      const nobody = await client.selfService.find(named('Eva Nobody', organisation, email))
      expect(several).toEqual(nobody)
      expect(JSON.stringify(several)).not.toMatch(/Ewa|Elmdon|@/)
    }
    expect(await client.selfService.find(named('Ewa'))).toEqual({ code: 'more-needed', ask: 'whole-name' })
    expect(await client.selfService.find(named('Nobody'))).toEqual({ code: 'more-needed', ask: 'whole-name' })
  })

  test('what was found is theirs on that screen only, until somebody else is looked for or they go', async () => {
    const { kiosk, station, client } = await openDoor()
    const id = station.signIn.add(organiser, ewa)
    const other = portClient(kiosk)
    const signIn = { person: id, details: { name: 'Somebody Else' }, needs: nothing }
    await expect(client.selfService.signIn(signIn)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await client.selfService.find(named('Ewa Kaur'))
    await expect(other.selfService.signIn(signIn)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await client.selfService.find(named('Nobody Here'))
    await expect(client.selfService.signIn(signIn)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await client.selfService.find(named('Ewa Kaur'))
    await client.selfService.endVisit()
    await expect(client.selfService.signIn(signIn)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect(factsOf(station, id)).toEqual(['delegate.added'])
  })

  test('a badge of another event, one that nobody has and a bad scan are answers, and what they said is not repeated', async () => {
    const { client } = await openDoor()
    expect(await client.selfService.scan({ text: 'PK1-WLV-0123456789ABCDEF' })).toEqual({
      code: 'other-event',
      event: 'WLV',
    })
    for (const text of ['12345', '', '\u0000\u0001', 'x'.repeat(4000), '🌳'])
      expect(await client.selfService.scan({ text })).toEqual({ code: 'unknown-badge' })
  })
})

describe('the door is not without a steward', () => {
  test('every call is refused while it is staffed, and while the tablet has another duty', async () => {
    const { station, client } = await openDoor()
    const id = station.signIn.add(organiser, ewa)
    await client.selfService.find(named('Ewa Kaur'))
    const calls = () => [
      client.selfService.find(named('Ewa Kaur')),
      client.selfService.scan({ text: station.signIn.badge(id) }),
      client.selfService.signIn({ person: id, details: {}, needs: nothing }),
    ]
    station.changeDoor({ mode: 'staffed' })
    for (const call of calls()) await expect(call).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    station.changeDoor({ mode: 'self-service' })
    station.changeDuty('pledges')
    for (const call of calls()) await expect(call).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect(factsOf(station, id)).toEqual(['delegate.added'])
  })
})

describe('what people type is kept as they mean it, or answered with a sentence', () => {
  test('control characters go, right-to-left names and emoji stay, and too long a name is not taken', async () => {
    const { station, client } = await openDoor()
    const id = station.signIn.add(organiser, { ...ewa, name: 'ليلى الحسن', organisation: '🌳 Elmdon House' })
    expect(await client.selfService.find(named('\u0000ليلى\u202e الحسن'))).toMatchObject({
      code: 'found',
      person: { name: 'ليلى الحسن' },
    })
    await expect(client.selfService.find(named('x'.repeat(200)))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(client.selfService.find(named(' \u0000 '))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(
      client.selfService.signIn({ person: id, details: { name: '' }, needs: nothing }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await client.selfService.signIn({ person: id, details: { name: 'Layla 🌳 \u0007Hassan' }, needs: nothing })
    expect(station.signIn.delegate(id)?.name).toBe('Layla 🌳 Hassan')
  })
})
