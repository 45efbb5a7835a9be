import { describe, expect, test } from 'vitest'
import type { ActionView, IdeaView } from '../../../../shared/domain/action.ts'
import { actionFormOf, checkAction, checkIdea, ideaFormOf, readActionForm, readIdeaForm } from './workshop-forms.ts'

const kept = {
  session: 'workshop-1',
  table: 'table-7',
  status: 'live' as const,
  withdrawnReason: '',
  made: '2023-12-12T10:00:00.000Z',
  changed: '2023-12-12T10:00:00.000Z',
}
const action: ActionView = {
  ...kept,
  id: '0197a2b0-0000-7000-8000-000000000003',
  reference: '7K3QF9W',
  title: 'Leisure passes for every child in our care',
  owner: '',
  organisation: 'Leisure services',
  area: 'Swimming',
  timescale: '',
  due: null,
  dueDerived: false,
  measure: '',
  priority: 'home',
}
const idea: IdeaView = {
  ...kept,
  id: '0197a2b0-0000-7000-8000-000000000004',
  reference: '7K3QF9W',
  question: 'q',
  text: 'Ring them up',
  name: '',
  organisation: '',
  area: '',
}

describe('closing the gaps of an action after the workshop', () => {
  test('the head of sport rings with an owner, a date and a measure', () => {
    const form = {
      ...actionFormOf(action),
      owner: 'Head of Sport',
      area: 'Sport',
      timescale: '31 March 2024',
      measure: '370 passes used',
      reason: 'They rang',
    }
    expect(checkAction(action, form)).toEqual({
      ok: true,
      value: {
        owner: 'Head of Sport',
        area: 'Sport',
        timescale: { kind: 'words', words: '31 March 2024' },
        measure: '370 passes used',
        reason: 'They rang',
      },
    })
  })

  test('nothing changed is nothing to send; an empty title and no reason are asked about', () => {
    expect(checkAction(action, actionFormOf(action))).toBeNull()
    const checked = checkAction(action, { ...actionFormOf(action), title: '' })
    expect(checked?.ok === false && checked.faults.map((fault) => fault.id)).toEqual(['action-title', 'action-reason'])
  })

  test('what was left half-written comes back', () => {
    expect(readActionForm({ title: 'Passes' })).toMatchObject({ title: 'Passes', measure: '' })
    expect(readIdeaForm(null)).toBeNull()
  })
})

describe('correcting an idea', () => {
  test('a name that should not be there is taken out', () => {
    const named = { ...idea, name: 'Ewa' }
    expect(checkIdea(named, { ...ideaFormOf(named), name: '', area: 'Youth', reason: 'She asked' })).toEqual({
      ok: true,
      value: { name: '', area: 'Youth', reason: 'She asked' },
    })
    expect(checkIdea(idea, ideaFormOf(idea))).toBeNull()
  })
})
