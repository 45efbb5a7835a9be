import { describe, expect, test } from 'vitest'
import { draftForms, formNameOf } from '../../shared/domain/draft.ts'
import type { KioskClient } from '../../shared/contract/index.ts'
import { PASSPHRASE, PIN } from '../support/test-station.ts'
import { hear, inWords } from './answers.ts'
import { EVERYBODY } from './check.ts'
import { NOBODY } from './hall.ts'
import { NO_FACILITATOR, NO_ORGANISER, NO_STEWARD, ROLES, type Answer } from './row.ts'
import { readyTablet, TRANSPORTS } from './tablet.ts'

const ANYBODY: readonly Answer[] = ['ok', 'ok', 'ok', 'ok', 'ok', 'ok']
const FACILITATORS: readonly Answer[] = [NO_FACILITATOR, 'ok', 'ok', 'ok', NO_FACILITATOR, NO_FACILITATOR]
const STEWARDS: readonly Answer[] = [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD]
const ORGANISERS: readonly Answer[] = [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER]

/** Every form by a scope of it, and what each role is answered who saves, opens, parks or clears there; written by hand. */
const SCOPES: Record<string, readonly Answer[]> = {
  pledge: ANYBODY,
  'action:workshop-1:table-7': FACILITATORS,
  [`action-change:${NOBODY}`]: FACILITATORS,
  'idea:workshop-1:table-7:in-the-way': FACILITATORS,
  [`idea-change:${NOBODY}`]: FACILITATORS,
  'walk-in': STEWARDS,
  [`delegate:${NOBODY}`]: STEWARDS,
  'paper-line': STEWARDS,
  'paper-card': STEWARDS,
  'paper-sheet': STEWARDS,
  [`organiser-delegate:${NOBODY}`]: ORGANISERS,
  [`organiser-pledge:${NOBODY}`]: ORGANISERS,
  [`organiser-action:${NOBODY}`]: ORGANISERS,
  [`organiser-idea:${NOBODY}`]: ORGANISERS,
  'event-part:tables-table-7': ORGANISERS,
}

/** No form of the house: another name, too much or too little behind it, no id where one belongs. */
const NO_SCOPES = [
  '',
  'seating-plan',
  'pledge:',
  'pledge:window-1',
  'pledge:tab-another',
  'walk-in:2',
  'Walk-in',
  'walk-in ',
  'action',
  'action:workshop-1',
  'action:workshop-1:table-7:more',
  'action:workshop 1:table-7',
  `action:${'a'.repeat(61)}:table-7`,
  'delegate',
  'delegate:ewa',
  `delegate:${NOBODY}0`,
  'constructor',
  '__proto__',
]

const everyWay = (client: KioskClient, scope: string) => ({
  save: () => client.drafts.save({ scope, body: '{"name":"Zara"}' }),
  open: () => client.drafts.open({ scope }),
  park: () => client.drafts.park({ scope }),
  clear: () => client.drafts.clear({ scope }),
})

test('every form has its scope here', () => {
  const named = Object.keys(SCOPES).map(formNameOf)
  expect(named.toSorted()).toEqual([...draftForms.keys()].toSorted())
})

describe.each(TRANSPORTS)('what is typed belongs to somebody, over %s', (transport) => {
  const everybody = EVERYBODY.filter(({ column }) => column !== 'locked' && (transport === 'port' || column !== 'wall'))
  test.each(everybody)(
    '$who saves, opens, parks and clears what the forms of their role hold, and no other',
    async ({ column, duty, stands }) => {
      const tablet = await readyTablet(transport, duty)
      const client = await stands(tablet)
      const heard: string[] = []
      const said: string[] = []
      for (const [scope, answers] of Object.entries(SCOPES))
        for (const [how, call] of Object.entries(everyWay(client, scope))) {
          const { answer } = await hear(call)
          heard.push(`${how} ${scope}: ${typeof answer === 'string' ? answer : `${answer.code} ${answer.message}`}`)
          const says = answers[ROLES.indexOf(column)] ?? 'nothing'
          said.push(`${how} ${scope}: ${typeof says === 'string' ? says : `${says.code} ${says.message ?? ''}`}`)
        }
      expect(heard).toEqual(said)
    },
  )

  test('a scope that is no form’s, and more than a form keeps, are refused and nothing of them is kept', async () => {
    const { kiosk, screen } = await readyTablet(transport)
    const client = screen()
    await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
    for (const scope of NO_SCOPES)
      for (const call of Object.values(everyWay(client, scope)))
        expect(`${scope}: ${inWords((await hear(call)).answer)}`).toMatch(`${scope}: BAD_REQUEST 400`)
    for (const [scope, most] of [
      ['pledge', 20_000],
      ['walk-in', 6000],
    ] as const) {
      const save = (letters: number) => hear(() => client.drafts.save({ scope, body: 'x'.repeat(letters) }))
      expect((await save(most)).answer).toBe('ok')
      expect((await save(most + 1)).answer).toMatchObject({ code: 'BAD_REQUEST', status: 400 })
      expect((await client.drafts.open({ scope }))?.body).toHaveLength(most)
    }
    expect(kiosk.station()?.drafts.parked('organiser').items).toEqual([])
  })

  test('two people type at two screens: neither finds, parks or clears what the other has typed', async () => {
    const { screen } = await readyTablet(transport)
    const [theirs, other] = [screen(), screen('wall')]
    const scope = 'pledge'
    await theirs.drafts.save({ scope, body: '"Ewa, who needs a ramp"' })
    expect(await other.drafts.open({ scope })).toBeNull()
    await other.drafts.save({ scope, body: '"Kwame"' })
    await other.drafts.clear({ scope })
    await other.drafts.park({ scope })
    await other.pledges.endVisit()
    expect(await theirs.drafts.open({ scope })).toMatchObject({ body: '"Ewa, who needs a ramp"' })
  })

  test('they go: nobody finds it there, a steward brings it back there, and the list never says what was typed', async () => {
    const { screen } = await readyTablet(transport)
    const client = screen()
    const scope = 'pledge'
    await client.drafts.save({ scope, body: '"Ewa, who needs a ramp"' })
    await client.pledges.endVisit()
    expect(await client.drafts.open({ scope })).toBeNull()
    await client.staff.unlock({ role: 'steward', pin: PIN })
    const { items, madeWay } = await client.drafts.parked()
    expect([items.map(({ called }) => called), madeWay]).toEqual([['A pledge'], null])
    expect(JSON.stringify(items)).not.toContain('ramp')
    await client.drafts.resume({ id: items[0]?.id ?? 0 })
    await client.staff.lock()
    expect(await client.drafts.open({ scope })).toMatchObject({ body: '"Ewa, who needs a ramp"' })
  })

  test('what the organiser has set aside is in no steward’s list, and no steward opens it or throws it away', async () => {
    const { screen } = await readyTablet(transport)
    const client = screen()
    await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
    const scope = `organiser-delegate:${NOBODY}`
    await client.drafts.save({ scope, body: '"moved to another school"' })
    await client.drafts.park({ scope })
    const [{ id } = { id: 0 }] = (await client.drafts.parked()).items
    await client.staff.lock()
    await client.staff.unlock({ role: 'steward', pin: PIN })
    expect((await client.drafts.parked()).items).toEqual([])
    for (const call of [() => client.drafts.resume({ id }), () => client.drafts.discard({ id })])
      expect((await hear(call)).answer).toMatchObject(NO_ORGANISER)
    await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
    expect(await client.drafts.resume({ id })).toEqual({ scope })
  })
})

test('a page of the desktop app that is loaded again finds what was typed on it', async () => {
  const { screen } = await readyTablet('port')
  await screen().drafts.save({ scope: 'pledge', body: '"Two weeks"' })
  expect(await screen().drafts.open({ scope: 'pledge' })).toMatchObject({ body: '"Two weeks"' })
})
