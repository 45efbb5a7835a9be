/** Somebody with a script and plenty of time, at every call that a screen without staff may make: whom do they hear of? */
import { isContractProcedure } from '@orpc/contract'
import { describe, expect, test } from 'vitest'
import { rehearsalCrowd } from '../../electron/station/rehearsal/crowd.ts'
import { foldText } from '../../shared/domain/fold-letters.ts'
import { kinOf } from '../../electron/station/sign-in/find/nicknames.ts'
import { isOneEdit } from '../../electron/station/sign-in/find/edit-distance.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { contract, type KioskClient } from '../../shared/contract/index.ts'
import { createProtection } from '../../shared/domain/protected-people.ts'
import { phrases } from '../fixtures/people.ts'
import { inLane, SEED } from '../support/lane.ts'
import { openTestKiosk, portClient, setUpAnswers } from '../support/test-client.ts'
import { aPledge, handClock, organiser, PIN, shippedPack } from '../support/test-station.ts'
import { hear } from './answers.ts'
import { callOf, namesOf } from './calls.ts'

const NOBODY = '018c5d3c-92a0-72e3-993e-651067d81400'
const named = (name: string, organisation: string | null = null, email: string | null = null) => ({
  name,
  organisation,
  email,
})
const printing = { delegates: [NOBODY], layout: 'a6', why: 'arrival', job: NOBODY }

/** A piece of what is known of somebody, as a stranger may have it. */
type Guess = { text: string; organisation: string; email: string }

/** What a stranger gives to every call of theirs that takes anything. A new one fails here until it is thought of. */
const TRIES: Record<string, (guess: Guess) => unknown[]> = {
  'signIn.findPublic': ({ text }) => [{ name: text }],
  'signIn.organisations': ({ text }) => [{ query: text }],
  'selfService.find': ({ text, organisation, email }) => [
    named(text),
    named(text, organisation),
    named(text, organisation, email),
  ],
  'selfService.scan': ({ text }) => [{ text }],
  'selfService.signIn': ({ text }) => [
    { person: NOBODY, details: { name: text || 'x' }, needs: { access: '', dietary: '' } },
  ],
  'pledges.scan': ({ text }) => [{ text }],
  'pledges.make': ({ text }) => [
    { ...aPledge, by: { kind: 'delegate', delegate: NOBODY }, wording: text || 'x' },
    { ...aPledge, by: { kind: 'organisation', organisation: text || 'x', sector: '', name: '' }, showName: true },
  ],
  'wayOut.answer': ({ text }) => [{ answer: 'yes' }, { answer: text || 'x' }],
  'pledges.read': () => [{ id: NOBODY }],
  'pledges.amend': ({ text }) => [{ id: NOBODY, wording: text || 'x', reason: '' }],
  'pledges.withdraw': ({ text }) => [{ id: NOBODY, reason: text }],
  'pledges.restore': ({ text }) => [{ id: NOBODY, reason: text }],
  'drafts.open': () => ['pledge', 'walk-in', 'action:workshop-1:table-7', 'correction'].map((scope) => ({ scope })),
  'drafts.save': ({ text }) => [{ scope: 'of-a-stranger', body: JSON.stringify(text) }],
  'drafts.clear': () => [{ scope: 'pledge' }, { scope: 'walk-in' }],
  'drafts.park': () => [{ scope: 'pledge' }, { scope: 'walk-in' }],
  'badges.contents': () => [{ delegates: [NOBODY] }],
  'badges.print': () => [{ delegates: [NOBODY], layout: 'a6' }],
  'badges.printed': () => [printing],
  'badges.notPrinted': () => [printing],
  'staff.unlock': ({ text }) => [
    { role: 'steward', pin: text.slice(0, 20) },
    { role: 'organiser', passphrase: text },
  ],
  'staff.makeSheet': ({ text }) => [{ passphrase: text.slice(0, 300) }],
  'staff.openWithSheet': ({ text }) => [{ sheet: text.slice(0, 200), passphrase: 'four words of theirs', pin: '4068' }],
  'station.checkPack': ({ text }) => [{ kind: 'file', json: text }],
  'station.setUp': ({ text }) => [{ ...setUpAnswers, passphrase: `${text.slice(0, 60)} and more words` }],
  'station.unseal': ({ text }) => [{ passphrase: text }],
  'station.startRehearsal': () => [{ pack: null }],
  'station.restore': ({ text }) => [{ name: text.slice(0, 200), secret: text.slice(0, 300) }],
  'station.putBack': ({ text }) => [{ file: new File([text], 'copy.pledges'), passphrase: text.slice(0, 300) }],
}

const procedureOf = (name: string): unknown => {
  const [group = '', call = ''] = name.split('.')
  return (contract as Record<string, Record<string, unknown>>)[group]?.[call]
}
/** Every call that a screen without staff may make and that is given something. */
const OPEN_CALLS = namesOf(contract).filter((name) => {
  const procedure = procedureOf(name)
  if (!isContractProcedure(procedure)) throw new Error(`There is no call ${name}`)
  const { meta, inputSchema } = procedure['~orpc']
  return (meta as { who?: unknown }).who === 'delegate' && inputSchema !== undefined
})

const PACED = ['signIn.findPublic', 'selfService.find', 'pledges.scan', 'selfService.scan']
const LOOKING = new Set([...PACED, 'signIn.organisations', 'drafts.open'])

const wordsIn = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []
/** As it stands there, as a short form or another spelling of it, or with one slip: what a door has always forgiven. */
const isWord = (word: string, typed: string): boolean =>
  word === typed || kinOf(typed).has(word) || (typed.length >= 4 && isOneEdit(typed, word))
/** Its last word and another one; or its only word. */
function isTyped(name: string, text: string): boolean {
  const [typed, words] = [wordsIn(text), wordsIn(name)]
  const isThere = (word: string) => typed.some((one) => isWord(word, one))
  return isThere(words.at(-1) ?? '') && (words.length === 1 || words.slice(0, -1).some(isThere))
}

/** A hall with a rehearsal's crowd, one who is writing a pledge at another screen, and one whom a steward is adding. */
async function openHall() {
  const now = handClock()
  const kiosk = openTestKiosk(undefined, { now })
  await kiosk.setUp({ ...setUpAnswers, pack: shippedPack(), duty: 'pledges' })
  const station = kiosk.station()
  if (station === null) throw new Error('It was just set up')
  station.changeDoor({ mode: 'self-service', badges: { ...station.door().badges, onSignIn: true } })
  const pack = shippedPack()
  const people = [...rehearsalCrowd({ phrases, pack, delegates: 248, pledges: 1, actions: 1, seed: SEED }).delegates]
  const ids = people.map(() => '')
  station.batch(() => people.forEach((person, index) => (ids[index] = station.signIn.add(organiser, person))))
  const isProtected = createProtection(pack.sectors)
  const writing = portClient(kiosk)
  await writing.drafts.save({ scope: 'pledge', body: '{"person":"Zadie Merrow"}' })
  const staff = portClient(kiosk)
  await staff.staff.unlock({ role: 'steward', pin: PIN })
  await staff.drafts.save({ scope: 'walk-in', body: '{"name":"Bo Snodgrassington"}' })
  return {
    kiosk,
    station,
    now,
    people,
    ids,
    isProtected,
  }
}

/** All that is less than a whole name. */
function* piecesOf(person: { name: string; role: string; organisation: string; email: string }): Generator<string> {
  const words = person.name.split(/[\s-]+/)
  const half = (word: string) => word.slice(0, Math.ceil(word.length / 2))
  const [first = '', last = ''] = [words[0], words.at(-1)]
  yield* words
  for (const word of words) yield* [word.slice(0, 2), word.slice(0, 3)]
  yield `${first} ${last.charAt(0)}`
  yield `${first} ${half(last)}`
  yield `${half(first)} ${last}`
  yield `${first.charAt(0)} ${last}`
  yield `${first} ${person.organisation}`
  yield* [person.organisation, person.role, person.email]
  yield* person.organisation.split(' ')
}

describe('a stranger with a script', () => {
  test('thinks of every call that may be made without staff and is given something', () => {
    expect(Object.keys(TRIES).toSorted()).toEqual(OPEN_CALLS.toSorted())
  })

  test('hears of nobody whose whole name they have not typed, whatever piece of it they try, on however many screens', async () => {
    const { kiosk, station, now, people } = await openHall()
    const names = [...people.map(({ name }) => name), 'Zadie Merrow', 'Bo Snodgrassington']
    const step = Math.ceil(people.length / inLane(6, 124))
    const known = people.filter((_, index) => index % step === 0)
    const guesses = new Map<string, Guess>()
    for (const person of known)
      for (const text of piecesOf(person)) guesses.set(text, { ...person, text: text.slice(0, 110) })
    for (const text of ['', ' ', '%', '*', '_', 'a', 'PK1-NEC-0123456789ABCDEF', '1', '0001', 'x'.repeat(110)])
      guesses.set(text, { text, organisation: 'a', email: 'a@a.example' })
    const screens: KioskClient[] = Array.from({ length: 6 }, () => portClient(kiosk))
    const asked = [...guesses.values()]
    const heard: { call: string; guess: Guess; said: string }[] = []
    for (const duty of ['pledges', 'sign-in'] as const) {
      station.changeDuty(duty)
      for (let from = 0; from < asked.length; from += 16) {
        // As much time as they like: here nothing is to be hidden by their having to wait.
        now.pass(20 * 60_000)
        const round = asked.slice(from, from + 16).flatMap((guess, index) =>
          // Calls that look for nobody hear a few of the guesses.
          OPEN_CALLS.filter((call) => index === 0 || LOOKING.has(call)).flatMap((call) =>
            (TRIES[call]?.(guess) ?? []).map((input) => ({ call, guess, input })),
          ),
        )
        heard.push(
          ...(await Promise.all(
            round.map(async ({ call, guess, input }, index) => {
              const { whole } = await hear(() => callOf(screens[index % screens.length] as KioskClient, call)(input))
              return { call, guess, said: JSON.stringify(whole) }
            }),
          )),
        )
      }
    }
    const toPeople = heard.filter(({ call }) => PACED.includes(call))
    expect(toPeople.filter(({ said }) => said.includes('"wait"'))).toEqual([])
    expect(toPeople.length).toBeGreaterThan(asked.length * 4)
    const learned = heard.flatMap(({ call, guess, said }) =>
      names
        .filter((name) => said.includes(JSON.stringify(name).slice(1, -1)) && !isTyped(name, guess.text))
        .map((name) => ({ call, typed: guess.text, name })),
    )
    expect(learned).toEqual([])
    const emails = people.map(({ email }) => email).filter((email) => email !== '')
    expect(
      heard.filter(({ guess, said }) => emails.some((email) => email !== guess.text && said.includes(email))),
    ).toEqual([])
  })

  test('asks for no more than fifteen hundred whole names in an hour, whatever they call their screens', async () => {
    const { kiosk, now, people } = await openHall()
    const first = people.map(({ name }) => name.split(' ')[0] ?? '')
    const last = people.map(({ name }) => name.split(' ').at(-1) ?? '')
    const asked = new Set<string>()
    const answered = new Set<string>()
    const learned: { name: string; typed: string }[] = []
    for (let round = 0; round < 12; round += 1) {
      const screen = portClient(kiosk)
      const guesses = Array.from(
        { length: round === 0 ? 500 : 150 },
        (_, index) =>
          `${first[(round * 7 + index) % 248]} ${last[(round * 31 + index * 3 + Math.floor(index / 248) * 17) % 248]}`,
      )
      const answers = await Promise.all(guesses.map((name) => screen.signIn.findPublic({ name })))
      answers.forEach((answer, index) => {
        const typed = guesses[index] ?? ''
        asked.add(wordsIn(typed).toSorted().join(' '))
        if (answer.code !== 'wait') answered.add(wordsIn(typed).toSorted().join(' '))
        if (answer.code === 'found') learned.push(...answer.people.map(({ name }) => ({ name, typed })))
      })
      now.pass(5 * 60_000)
    }
    expect(asked.size).toBeGreaterThan(1700)
    expect(answered.size).toBeGreaterThan(1000)
    expect(answered.size).toBeLessThanOrEqual(1500)
    expect(learned.length).toBeGreaterThan(0)
    expect(learned.filter(({ name, typed }) => !isTyped(name, typed))).toEqual([])
  })

  test('is answered of those who are protected as if they were not on the list, in every word', async () => {
    const { kiosk, station, now, people, ids, isProtected } = await openHall()
    const whom = people.flatMap((person, index) =>
      isProtected({ ...person, area: '' }) ? [{ ...person, id: ids[index] ?? '' }] : [],
    )
    const some = whom.slice(0, inLane(24, 248))
    expect(some.length).toBeGreaterThan(10)
    const screen = portClient(kiosk)
    const askAll = async () => {
      const said: unknown[] = []
      station.changeDuty('pledges')
      said.push(...(await Promise.all(some.map(({ name }) => screen.signIn.findPublic({ name })))))
      station.changeDuty('sign-in')
      now.pass(20 * 60_000)
      for (const email of [null, 'theirs'])
        said.push(
          ...(await Promise.all(
            some.map((one) => screen.selfService.find(named(one.name, one.organisation, email && one.email))),
          )),
        )
      now.pass(20 * 60_000)
      said.push(...(await Promise.all(some.map(({ name }) => screen.selfService.find(named(name))))))
      now.pass(20 * 60_000)
      return said
    }
    const listed = await askAll()
    takeOff(
      station,
      whom.map(({ id }) => id),
    )
    expect(await askAll()).toEqual(listed)
    expect(JSON.stringify(listed)).not.toContain('"wait"')
  })
})

function takeOff(station: Station, ids: readonly string[]): void {
  station.batch(() => {
    for (const id of ids) station.signIn.withdraw(organiser, id, 'Cannot come')
  })
}
