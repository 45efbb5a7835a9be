import { describe, expect, test } from 'vitest'
import { createMatcher } from './one-of.ts'

const match = createMatcher([
  { id: 'council', names: ['Council', 'Local authority', 'Children’s services'] },
  { id: 'health', names: ['Health', 'NHS'] },
  { id: 'justice', names: ['Police and justice'] },
  { id: 'carers', names: ['Carers'] },
  { id: 'care-experienced', names: ['Care-experienced young people'] },
])

describe('A list means one of the event’s sectors, however it writes it', () => {
  test.each([
    ['council', 'council'],
    ['LOCAL AUTHORITY', 'council'],
    ["Children's Services", 'council'],
    ['Childrens services', 'council'],
    ['N.H.S.', 'health'],
    ['care experienced young people', 'care-experienced'],
  ])('“%s” is surely %s', (said, id) => {
    expect(match(said)).toEqual({ id, sure: true })
  })

  test('Words around or within a sector’s name are taken, but told', () => {
    expect(match('Health (hospital)')).toEqual({ id: 'health', sure: false })
    expect(match('Police')).toEqual({ id: 'justice', sure: false })
    expect(match('West Midlands NHS trust')).toEqual({ id: 'health', sure: false })
  })

  test('What fits two, or none, or only in small words, is left to a person', () => {
    expect(match('Council and health')).toBeNull()
    expect(match('Circus')).toBeNull()
    expect(match('Other services')).toBeNull()
    expect(match('***')).toBeNull()
  })

  test('It answers the same however often and in whatever order it is asked', () => {
    for (let index = 0; index < 2000; index++) match(`value ${index}`)
    expect(match('Health')).toEqual({ id: 'health', sure: true })
    expect(match('Health')).toEqual({ id: 'health', sure: true })
  })
})
