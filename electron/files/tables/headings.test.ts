import { expect, test } from 'vitest'
import { AS_A_LIST } from '../../../test/support/read-list.ts'
import { headingKey, knownHeadings } from './headings.ts'

test('A row of people does not read like headings', () => {
  const { vocabulary } = AS_A_LIST
  expect(knownHeadings(vocabulary, ['Ada Lovelace', 'Nowhere Council', 'ada@example.org', ''])).toBeLessThan(2)
  expect(knownHeadings(vocabulary, ['Name', 'Organisation', 'E-mail', ''])).toBe(3)
})

test('Headings are known by the words that are given, and by no others', () => {
  const rules = { lead: { exact: ['lead officer'], within: [/\bofficer\b/], unless: [/\bdeputy\b/] } }
  const vocabulary = { rules, naming: [], noNames: [] }
  expect(knownHeadings(vocabulary, ['Lead officer', 'Which officer?', 'Deputy officer', 'Name'])).toBe(2)
})

test('A heading is the same whichever hyphen, space or mark its program writes, and whatever nobody can see in it', () => {
  for (const hyphen of '-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d')
    expect(headingKey(`E${hyphen}mail`)).toBe('email')
  for (const space of ' \u00a0\u2007\u202f\u3000') expect(headingKey(`First${space}name`)).toBe('first name')
  for (const unseen of '\u200b\u00ad\u2060\ufeff') expect(headingKey(`${unseen}Sur${unseen}name`)).toBe('surname')
  expect(['* Name', '• Name:', '“Name”', 'NAME *'].map(headingKey)).toEqual(['name', 'name', 'name', 'name'])
})

test('“first-name” and “Job‑Title” are known as their words are', () => {
  const { vocabulary } = AS_A_LIST
  expect(knownHeadings(vocabulary, ['first-name', 'last-name', 'Job\u2011Title', 'e-mail-address'])).toBe(4)
})
