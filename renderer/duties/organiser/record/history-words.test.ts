import { describe, expect, test } from 'vitest'
import { historyValue, placeName, priorityName, shownDetails } from './history-words.ts'

const pack = {
  pledgeTypes: [],
  priorities: [{ id: 'home', label: 'Promise 1', title: 'A safe home', outcomes: [], voices: [], practices: [] }],
  sectors: [{ id: 'police', name: 'Police', aliases: [] }],
  tables: [{ id: 'table-7', name: 'Table 7', where: 'by the window' }],
  programme: [
    {
      id: 'workshop-1',
      title: 'What will you do?',
      kind: 'workshop' as const,
      day: '2023-12-12',
      starts: '10:00',
      ends: '11:00',
      room: '',
      about: '',
      priorities: [],
      questions: [],
    },
  ],
}

describe('the history of a record', () => {
  test('an organiser reads names and days, not ids and dates', () => {
    expect(historyValue(pack, 'Sector', 'police')).toBe('Police')
    expect(historyValue(pack, 'Priority', 'home')).toBe('Promise 1: A safe home')
    expect(historyValue(pack, 'Table', 'table-7')).toBe('Table 7')
    expect(historyValue(pack, 'How', 'scanned')).toBe('by badge')
    expect(historyValue(pack, 'By when', 'spring (by 2024-03-31)')).toBe('spring (by 31 March 2024)')
  })

  test('what the event pack does not know is shown as it is', () => {
    expect(historyValue(pack, 'Kind', 'unheard-of')).toBe('unheard-of')
    expect(historyValue(pack, 'Priority', 'gone')).toBe('gone')
    expect(historyValue(pack, 'Wording', 'Three 2024-01-01 placements')).toBe('Three 2024-01-01 placements')
  })

  test('a hearing loop or a diet is not read over somebody’s shoulder', () => {
    const details = [
      { name: 'Name', value: 'Ewa Kaur' },
      { name: 'Access', value: 'Hearing loop' },
      { name: 'Dietary', value: 'Vegan' },
    ]
    expect(shownDetails(details)).toEqual([{ name: 'Name', value: 'Ewa Kaur' }])
  })

  test('an action says where it was proposed', () => {
    expect(placeName(pack, { session: 'workshop-1', table: 'table-7' })).toBe('Table 7, What will you do?')
    expect(priorityName(pack, null)).toBe('')
  })
})
