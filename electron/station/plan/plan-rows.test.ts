import { describe, expect, test } from 'vitest'
import { planDocumentSchema } from '../../../shared/domain/plan.ts'
import {
  anAction,
  anyone,
  aPledge,
  ewa,
  facilitator,
  handClock,
  organiser,
  readyStation,
} from '../../../test/support/test-station.ts'
import type { Station } from '../app/station.ts'

const rowsOf = (station: Station) => planOf(station).rows

function planOf(station: Station) {
  const { chunks } = station.plan.export('json')
  const text = [...chunks].map((piece) => Buffer.from(piece).toString()).join('')
  const plan: {
    rows: Record<string, unknown>[]
    ideas: Record<string, unknown>[]
    withdrawn: Record<string, unknown>[]
    rehearsal: boolean
  } = JSON.parse(text)
  return plan
}

describe('Monday morning: every promise is a row that a board can follow', () => {
  test('a delegate’s pledge carries who, what, how many, by when, for which priority, and where it came from', async () => {
    const station = await readyStation({ now: handClock() })
    const delegate = station.signIn.add(organiser, ewa)
    const made = station.pledges.make(anyone, {
      ...aPledge,
      by: { kind: 'delegate', delegate },
      mayContact: true,
      showName: true,
    })
    const [row] = rowsOf(station)
    expect(planDocumentSchema.shape.rows.element.safeParse(row).success).toBe(true)
    expect(row).toMatchObject({
      recordId: made.made?.id,
      title: aPledge.wording,
      actionType: 'Pledge',
      actionSubtype: 'Work experience',
      leadOrganisation: 'Elmdon House',
      leadOfficerName: 'Ewa Kaur',
      leadOfficerJobTitle: 'Youth worker',
      ownerEmail: 'ewa@elmdon.example',
      dueDate: '2024-06-30',
      dueDateDerived: false,
      timescaleAsStated: '30 June 2024',
      targetQuantity: 4,
      stage: 'Proposed',
      brag: '',
      // Their name may be shown; their address, which is in the row, may not.
      visibility: 'board',
      sourceEvent: expect.stringContaining('NEC'),
      captured: '2023-12-12T08:55:00.000Z',
    })
    expect(row?.['ref']).toMatch(/^NEC-[0-9A-Z]{3}-[0-9A-Z]{4}$/)
    expect(row?.['priority']).not.toBe('')
  })

  test('refs are unique, the same in every export, and a withdrawn entry’s is not used again', async () => {
    const station = await readyStation()
    const ids = Array.from({ length: 30 }, () => station.pledges.make(anyone, aPledge).made?.id ?? '')
    station.workshops.propose(facilitator, anAction)
    const first = rowsOf(station).map((row) => row['ref'])
    expect(new Set(first).size).toBe(31)
    station.pledges.withdraw(organiser, ids[3] ?? '', 'The budget went')
    station.pledges.amend(organiser, ids[4] ?? '', { quantity: 9 }, 'Nine, not four')
    const again = planOf(station)
    expect(again.rows.map((row) => row['ref'])).toEqual(first.filter((_ref, index) => index !== 3))
    expect(again.withdrawn).toMatchObject([{ ref: first[3], what: 'Pledge', why: 'The budget went' }])
  })

  test('an e-mail address leaves the tablet only where its owner agreed to be contacted', async () => {
    const station = await readyStation()
    const delegate = station.signIn.add(organiser, ewa)
    station.pledges.make(anyone, { ...aPledge, by: { kind: 'delegate', delegate }, mayContact: false })
    expect(JSON.stringify(planOf(station))).not.toContain('ewa@')
  })

  test('public is what somebody agreed to show, never what is only nameless, and no address is in such a row', async () => {
    const station = await readyStation()
    const pledge = (who: typeof ewa, answers: { showName: boolean; mayContact: boolean }) => {
      const delegate = station.signIn.add(organiser, who)
      station.pledges.make(anyone, { ...aPledge, by: { kind: 'delegate', delegate }, ...answers })
      return delegate
    }
    pledge(ewa, { showName: true, mayContact: false })
    pledge(ewa, { showName: true, mayContact: true })
    const no = pledge(ewa, { showName: false, mayContact: true })
    const yes = pledge(ewa, { showName: true, mayContact: false })
    station.pledges.make(anyone, aPledge)
    for (const one of [no, yes]) station.eraseDelegate(organiser, one, 'They asked')
    expect(rowsOf(station).map(({ visibility, ownerEmail }) => [visibility, ownerEmail])).toEqual([
      ['public', ''],
      ['board', 'ewa@elmdon.example'],
      ['board', ''],
      ['board', ''],
      ['board', ''],
    ])
  })

  test('an anonymous pledge holds no name, no address and no organisation, whatever the screen sent', async () => {
    const station = await readyStation()
    station.pledges.make(anyone, { ...aPledge, mayContact: true, email: 'someone@meriden.example', showName: true })
    expect(rowsOf(station)).toMatchObject([{ leadOfficerName: '', leadOrganisation: '', ownerEmail: '' }])
    expect(JSON.stringify([...station.journal.records.lines()])).not.toContain('someone@')
  })

  test('a correction of a delegate’s name reaches the row of their pledge', async () => {
    const station = await readyStation()
    const delegate = station.signIn.add(organiser, ewa)
    station.pledges.make(anyone, { ...aPledge, by: { kind: 'delegate', delegate } })
    station.signIn.amend(
      organiser,
      delegate,
      { name: 'Ewa Kaur-Nowak', organisation: 'Elmdon House Trust' },
      'As on the badge',
    )
    expect(rowsOf(station)).toMatchObject([
      { leadOfficerName: 'Ewa Kaur-Nowak', leadOrganisation: 'Elmdon House Trust' },
    ])
  })

  test('whose directorate it is stands beside the organisation, of a delegate as the list has it now', async () => {
    // One after the other, for rows of one moment stand in any order.
    const clock = handClock()
    const station = await readyStation({ now: clock })
    const delegate = station.signIn.add(organiser, { ...ewa, area: 'Kitchen' })
    const pledges: Parameters<Station['pledges']['make']>[1]['by'][] = [
      { kind: 'delegate', delegate },
      { kind: 'organisation', organisation: 'Meriden Motors', area: 'Apprenticeships', sector: '', name: '' },
      { kind: 'anonymous', area: 'Housing' },
      { kind: 'anonymous' },
    ]
    for (const by of pledges) {
      clock.pass(1000)
      station.pledges.make(anyone, { ...aPledge, by })
    }
    station.workshops.propose(facilitator, { ...anAction, area: 'Culture and Leisure' })
    const idea = { session: 'workshop-1', table: 'table-7', question: 'who-else', text: 'A bus', name: '' }
    station.workshops.postIdea(facilitator, { ...idea, organisation: '', area: 'Transport' })
    station.signIn.amend(organiser, delegate, { area: 'Kitchen and Garden' }, 'It was renamed')
    const { rows, ideas } = planOf(station)
    expect(rows.map((row) => [row['leadOrganisation'], row['area']])).toEqual([
      ['Elmdon House', 'Kitchen and Garden'],
      ['Meriden Motors', 'Apprenticeships'],
      ['', 'Housing'],
      ['', ''],
      ['Leisure services', 'Culture and Leisure'],
    ])
    expect(ideas.map(({ organisation, area }) => [organisation, area])).toEqual([['', 'Transport']])
    station.eraseDelegate(organiser, delegate, 'They asked')
    expect(rowsOf(station)[0]).toMatchObject({ leadOrganisation: '', area: '' })
  })

  test('a table’s action says which session and table it is from; a day that was worked out is flagged', async () => {
    const station = await readyStation()
    station.workshops.propose(facilitator, { ...anAction, timescale: { kind: 'words', words: 'spring term' } })
    expect(rowsOf(station)).toMatchObject([
      {
        title: anAction.title,
        actionType: 'Workshop action',
        leadOfficerName: 'Head of Sport',
        leadOrganisation: 'Leisure services',
        measureOfSuccess: anAction.measure,
        dueDate: '2024-03-28',
        dueDateDerived: true,
        timescaleAsStated: 'spring term',
        sourceSession: 'Workshop 1: Open doors to work',
        sourceTable: 'Table 7',
        visibility: 'board',
      },
    ])
  })

  test('ideas are listed apart with their question, and a withdrawn one only among the withdrawn', async () => {
    const station = await readyStation()
    const at = { session: 'workshop-1', table: 'table-7', question: 'who-else' }
    station.workshops.postIdea(facilitator, {
      ...at,
      text: 'Tell it in every staff induction',
      name: 'Siân',
      organisation: 'Housing',
    })
    const { id } = station.workshops.postIdea(facilitator, { ...at, text: 'A film', name: '', organisation: '' })
    station.workshops.withdrawIdea(facilitator, id, 'Said twice')
    const plan = planOf(station)
    expect(plan.rows).toEqual([])
    expect(plan.ideas).toMatchObject([
      { text: 'Tell it in every staff induction', name: 'Siân', organisation: 'Housing', table: 'Table 7' },
    ])
    expect(plan.withdrawn).toMatchObject([{ what: 'Idea', title: 'A film' }])
  })

  test('more rows than are read at once all come, once each', async () => {
    const station = await readyStation()
    station.batch(() => {
      for (let n = 0; n < 2300; n += 1) station.pledges.make(anyone, aPledge)
    })
    const rows = rowsOf(station)
    expect(rows).toHaveLength(2300)
    expect(new Set(rows.map((row) => row['recordId'])).size).toBe(2300)
  })
})
