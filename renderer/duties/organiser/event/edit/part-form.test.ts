/** A form for a part of the event: what is typed comes out as changes of just that, and each fault finds its field. */
import { describe, expect, test } from 'vitest'
import { shippedPack } from '../../../../../test/support/test-station.ts'
import { applied } from '../../../../../shared/domain/event-change/apply.ts'
import { countsInWords, dayAfter, daysBetween, movedWords } from './edit-words.ts'
import { changesTyped, errorsAt, nameOfField, type PartField, typedOf, valueIn } from './part-form.ts'
import { fieldsOf, itemsOf, type PartList, pathOfList } from './parts.ts'

const pack = shippedPack()
const LISTS: PartList[] = ['tables', 'programme', 'pledgeTypes', 'priorities', 'questions']

describe('whatever part is opened', () => {
  test('and saved without a change, nothing is sent', () => {
    for (const list of LISTS)
      for (const { id } of itemsOf(pack, list, 'workshop-1')) {
        const fields = fieldsOf(pack, list, `${pathOfList(list, 'workshop-1')}/${id}`)
        expect(changesTyped(fields, typedOf(fields, valueIn(pack))), `${list} ${id}`).toEqual([])
      }
  })

  test('one field of it is changed, and that is all that is sent, with what stood there', () => {
    const fields = fieldsOf(pack, 'pledgeTypes', 'pledgeTypes/work-experience')
    const form = { ...typedOf(fields, valueIn(pack)), 'pledgeTypes_work-experience_unit.one': 'place' }
    const unit = pack.pledgeTypes.find(({ id }) => id === 'work-experience')?.unit
    expect(changesTyped(fields, form)).toEqual([
      {
        path: 'pledgeTypes/work-experience/unit',
        before: JSON.stringify(unit),
        after: JSON.stringify({ ...unit, one: 'place' }),
      },
    ])
  })

  test('taken up again after somebody else changed it, it sends its own change alone, and what it knew', () => {
    const fields = fieldsOf(pack, 'tables', 'tables/table-3')
    const left = { ...typedOf(fields, valueIn(pack)), 'tables_table-3_where': 'by the door' }
    const now = applied(pack, [{ path: 'tables/table-3/name', before: '"Table 3"', after: '"The window"' }])
    expect(now.tables[2]?.name).toBe('The window')
    expect(changesTyped(fields, left)).toEqual([
      { path: 'tables/table-3/where', before: JSON.stringify(pack.tables[2]?.where), after: '"by the door"' },
    ])
  })
})

test('a fault stands at its field, also within a list; what has none is said of the whole', () => {
  const fields: PartField[] = [
    { path: 'dates', within: 'from', label: 'First day', look: 'day' },
    { path: 'dates', within: 'to', label: 'Last day', look: 'day' },
    { path: 'hosts', label: 'Hosts', look: 'lines' },
  ]
  expect(
    errorsAt(fields, [
      { path: 'dates/to', message: 'It ends before it starts' },
      { path: 'hosts/0/name', message: 'Too long' },
      { path: 'programme/close/day', message: 'Outside' },
    ]),
  ).toEqual({ errors: { 'dates.to': 'It ends before it starts', hosts: 'Too long' }, words: 'Outside' })
  expect(nameOfField({ path: 'tables/a/name', label: '', look: 'line' })).toBe('tables_a_name')
})

test('what hangs on something is counted in words, and days are counted over the end of a month', () => {
  expect(countsInWords({ pledges: 0, actions: 8, ideas: 2, people: 1 })).toBe(
    '8 actions, 2 ideas and 1 person are here.',
  )
  expect(countsInWords({ pledges: 1, actions: 0, ideas: 0, people: 0 })).toBe('1 pledge is here.')
  expect(movedWords(1)).toBe('The event is changed, and 1 entry moved with it.')
  expect(dayAfter('2023-12-30', daysBetween('2023-12-12', '2023-12-19'))).toBe('2024-01-06')
})
