import { describe, expect, test } from 'vitest'
import { anyone, aPledge, ewa, organiser } from '../support/test-station.ts'
import { ask } from './answers.ts'
import { NOBODY } from './hall.ts'
import { table } from './table.ts'
import { readyTablet, TRANSPORTS } from './tablet.ts'

/**
 * The ids of people, pledges and whatever else there are facts about, that anybody is told; calls take them, so each has its
 * reason. Every other answer to a screen that anybody may stand at holds none.
 */
const TOLD: Record<string, string> = {
  'station.state': 'the tablet’s own, which no call takes',
  'signIn.findPublic': 'whom somebody names as the one who pledges; a tablet at the door lists nobody',
  'selfService.find': 'who was found without doubt: themselves',
  'selfService.scan': 'whose badge it is: themselves',
  'selfService.signIn': 'themselves',
  'pledges.scan': 'whose badge it is, who pledges',
  'pledges.make': 'the pledge that was made just now, on this screen',
}

/** What somebody says who is on the list once, where the table asks for nobody who is. */
const ASKED: Record<string, unknown> = {
  'signIn.findPublic': { name: 'Zara Exley' },
  'selfService.find': { name: 'Zara Exley', organisation: null, email: null },
}

test('to anybody no call gives out an id that another call takes, but where there is a reason', async () => {
  const told = new Set<string>()
  const open = async () => {
    const tablet = await readyTablet('port')
    tablet.kiosk.station()?.signIn.add(organiser, { ...ewa, name: 'Zara Exley' })
    return { ...tablet, client: tablet.screen() }
  }
  let tablet = await open()
  for (const [name, row] of table) {
    // A call may have made another tablet of it.
    if (tablet.kiosk.station()?.currentEvent()?.rehearsal !== false) tablet = await open()
    const station = tablet.kiosk.station()
    if (station === null) throw new Error('This tablet is not ready')
    station.changeDuty(row.atTheDoor === true ? 'sign-in' : 'pledges')
    station.pledges.make(anyone, aPledge)
    const asked = ASKED[name] === undefined ? row : { ...row, give: ASKED[name] }
    const { whole } = await ask(tablet, tablet.client, name, asked)
    if ([...station.journal.facts.subjects()].some((id) => String(whole).includes(id))) told.add(name)
  }
  expect([...told].toSorted()).toEqual(Object.keys(TOLD).toSorted())
})

describe.each(TRANSPORTS)('a pledge is not taken over, over %s', (transport) => {
  const theirs = {
    ...aPledge,
    id: '0190a000-0000-7000-8000-000000000001',
    by: { kind: 'organisation' as const, organisation: 'Elmdon House', sector: 'voluntary', name: 'Ewa Kaur' },
    mayContact: true,
    email: 'ewa@elmdon.example',
  }

  test('the same words under its id, by somebody else, are refused and tell nothing of whose it is', async () => {
    const { screen } = await readyTablet(transport)
    const [ewas, others] = [screen(), screen('wall')]
    await ewas.pledges.make(theirs)
    const asked = others.pledges.make({
      ...theirs,
      by: { ...theirs.by, organisation: 'Meriden Motors', name: 'Kwame Okonkwo-Bell' },
      email: 'kwame@meriden.example',
    })
    const refused = await asked.catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'NOT_POSSIBLE', status: 409, data: { code: 'taken' } })
    expect(JSON.stringify(refused)).not.toContain('Elmdon')
    await expect(others.pledges.read({ id: theirs.id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(others.pledges.withdraw({ id: theirs.id, reason: '' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })

  test('asked again in every word it is answered, and is theirs to change only where they made it', async () => {
    const { screen } = await readyTablet(transport)
    const [ewas, others] = [screen(), screen('wall')]
    const made = await ewas.pledges.make(theirs)
    expect(await ewas.pledges.make(theirs)).toEqual(made)
    expect(await ewas.pledges.read({ id: theirs.id })).toMatchObject({ name: 'Ewa Kaur' })
    expect(await others.pledges.make(theirs)).toEqual(made)
    await expect(others.pledges.read({ id: theirs.id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect((await others.pledges.tree()).leaves.map(({ id }) => id)).toEqual([made.leaf])
  })

  test('under the id of a person no pledge is made, so that nobody’s badge is printed for another', async () => {
    const { kiosk, screen } = await readyTablet(transport)
    const client = screen()
    const person = kiosk.station()?.signIn.add(organiser, ewa) ?? NOBODY
    await expect(client.pledges.make({ ...aPledge, id: person })).rejects.toMatchObject({ code: 'NOT_POSSIBLE' })
    await expect(client.badges.contents({ delegates: [person] })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })
})
