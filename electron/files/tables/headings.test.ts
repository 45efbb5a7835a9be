import { expect, test } from 'vitest'
import { AS_A_LIST } from '../../../test/support/read-list.ts'
import { knownHeadings } from './headings.ts'

test('A row of people does not read like headings', () => {
  const { vocabulary } = AS_A_LIST
  expect(knownHeadings(vocabulary, ['Ada Lovelace', 'Nowhere Council', 'ada@example.org', ''])).toBeLessThan(2)
  expect(knownHeadings(vocabulary, ['Name', 'Organisation', 'E-mail', ''])).toBe(3)
})

test('Headings are known by the words that are given, and by no others', () => {
  const rules = { lead: { exact: ['lead officer'], within: [/\bofficer\b/], unless: [/\bdeputy\b/] } }
  const vocabulary = { rules, noNames: [] }
  expect(knownHeadings(vocabulary, ['Lead officer', 'Which officer?', 'Deputy officer', 'Name'])).toBe(2)
})
