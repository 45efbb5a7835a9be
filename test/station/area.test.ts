/** The service area, a team, a department or a directorate: told with whoever speaks, found again, and in no fact of before. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import { takeIn } from '../support/merge.ts'
import { otherApp } from '../support/other-app.ts'
import {
  anAction,
  anyone,
  aPledge,
  ewa,
  facilitator,
  organiser,
  readyStation,
  steward,
} from '../support/test-station.ts'

const HOUSING = 'Housing and Neighbourhoods'
const page = { offset: 0, limit: 50 }
const anIdea = {
  session: 'workshop-1',
  table: 'table-7',
  question: 'who-else',
  text: 'A bus',
  name: '',
  organisation: '',
}

const found = (station: Station, search: string) => ({
  people: station.signIn.list({ ...page, search, presence: null }).items,
  arrivals: station.signIn.arrivals({ ...page, search, presence: null }).items,
  pledges: station.pledges.list({ ...page, search, type: null, status: null }).items,
  actions: station.workshops.listActions({ ...page, search, session: null, status: null }).items,
  ideas: station.workshops.listIdeas({ ...page, search, question: null, status: null }).items,
})
const areasIn = (records: ReturnType<typeof found>) =>
  Object.entries(records).flatMap(([kind, items]) => items.map(({ area }) => `${kind}: ${area}`))
const history = (station: Station, id: string) =>
  station.plan.history(id).flatMap(({ details }) => details.filter(({ name }) => name === 'Service area'))

describe('whose directorate it is', () => {
  test('is said by whoever comes, promises, proposes or writes, and each is found by it', async () => {
    const station = await readyStation()
    const id = station.signIn.walkIn(steward, { ...ewa, area: HOUSING }, { access: '', dietary: '' }).id
    const pledgeBy = (by: Parameters<Station['pledges']['make']>[1]['by']) =>
      void station.pledges.make(anyone, { ...aPledge, by })
    pledgeBy({ kind: 'delegate', delegate: id })
    pledgeBy({ kind: 'organisation', organisation: 'Elmdon House', area: HOUSING, sector: '', name: '' })
    pledgeBy({ kind: 'anonymous', area: HOUSING })
    pledgeBy({ kind: 'anonymous' })
    const action = station.workshops.propose(facilitator, { ...anAction, area: HOUSING })
    const idea = station.workshops.postIdea(facilitator, { ...anIdea, area: HOUSING })
    station.workshops.propose(facilitator, anAction)

    expect(areasIn(found(station, 'neighbourhoods'))).toEqual(
      ['people', 'arrivals', 'pledges', 'pledges', 'pledges', 'actions', 'ideas'].map((kind) => `${kind}: ${HOUSING}`),
    )
    expect(areasIn(found(station, '')).filter((one) => one.endsWith(': '))).toEqual(['pledges: ', 'actions: '])

    station.signIn.amend(organiser, id, { area: 'Housing' }, 'It was renamed')
    station.workshops.amendAction(organiser, action.id, { area: '' }, 'Not theirs')
    station.workshops.amendIdea(organiser, idea.id, { area: 'Housing' }, 'It was renamed')
    expect(station.signIn.delegate(id)).toMatchObject({ organisation: ewa.organisation, area: 'Housing' })
    expect(history(station, idea.id).map(({ value }) => value)).toEqual([HOUSING, 'Housing'])
    expect(station.workshops.actionOf(action.id)?.area).toBe('')
    const kept = [...station.journal.records.lines()]
    station.journal.records.refoldAll()
    expect([...station.journal.records.lines()]).toEqual(kept)
  })

  test('stays with a promise that nobody’s name stands on, whatever is changed of it', async () => {
    const station = await readyStation()
    const { made } = station.pledges.make(anyone, { ...aPledge, by: { kind: 'anonymous', area: HOUSING } })
    station.pledges.amend(anyone, made?.id ?? '', { quantity: 7 }, '')
    expect(station.pledges.read(made?.id ?? '')).toMatchObject({ quantity: 7, area: HOUSING })
  })

  test('somebody has to see to an action: a directorate is enough to begin with', async () => {
    const station = await readyStation()
    const nobody = { ...anAction, owner: '', organisation: '' }
    station.workshops.propose(facilitator, { ...nobody, area: HOUSING })
    expect(station.plan.overview().actionsWithGaps).toBe(0)
    station.workshops.propose(facilitator, nobody)
    expect(station.plan.overview().actionsWithGaps).toBe(1)
  })

  test('facts from before there was one say nothing of it, and what was changed then leaves it', async () => {
    const station = await readyStation()
    const other = otherApp(station.event().id)
    let second = 0
    const tell = (type: string, subject: string, body: unknown) => {
      const at = `2023-12-12T09:30:${String((second += 1)).padStart(2, '0')}.000Z.0000`
      other.write({ at, type, v: 1, subject, body })
      expect(takeIn(station, [other.carried()])).toMatchObject({ added: 1 })
      return subject
    }
    const timescale = { stated: '', due: null, derived: false }
    const { timescale: _when, ...proposal } = anAction
    const { by: _by, ...promise } = aPledge
    const person = tell('delegate.added', randomUUID(), { ...ewa, badge: 'NEC-1', ticket: '', walkIn: false })
    const pledge = tell('pledge.made', randomUUID(), {
      ...promise,
      timescale,
      reference: '7K3QF9W',
      by: { kind: 'organisation', delegate: null, name: '', organisation: 'Elmdon House', sector: '' },
    })
    const action = tell('action.proposed', randomUUID(), { ...proposal, timescale, reference: '7K3QF9X', place: 'a0' })
    const idea = tell('idea.posted', randomUUID(), { ...anIdea, reference: '7K3QF9Y' })
    const areas = () => [
      station.signIn.delegate(person)?.area,
      station.pledges.read(pledge)?.area,
      station.workshops.actionOf(action)?.area,
      station.workshops.ideaOf(idea)?.area,
    ]
    expect(areas()).toEqual(['', '', '', ''])

    station.signIn.amend(organiser, person, { area: HOUSING }, 'They told us')
    station.workshops.amendAction(organiser, action, { area: HOUSING }, '')
    station.workshops.amendIdea(organiser, idea, { area: HOUSING }, '')
    tell('delegate.amended', person, { changes: { role: 'Mentor' }, reason: 'Spelling' })
    tell('action.amended', action, { changes: { measure: 'Counted' }, reason: '' })
    tell('idea.amended', idea, { changes: { text: 'Two buses' }, reason: '' })
    expect(areas()).toEqual([HOUSING, '', HOUSING, HOUSING])
    expect(station.signIn.delegate(person)?.role).toBe('Mentor')
  })
})
