import { describe, expect, test } from 'vitest'
import { isJustSo, tooManyAsked } from './find-words.ts'

describe('somebody typed their name', () => {
  test.each([
    ['Ewa Kaur', 'ewa  KÁUR '],
    ['Ewa Kaur', 'Kaur Ewa'],
    ['Robert O’Brien', 'robert obrien'],
  ])('%s is what “%s” says', (name, typed) => expect(isJustSo(name, typed)).toBe(true))
  test.each([
    ['Robert Mumbleby', 'Bob Mumbleby'],
    ['Jane Gribblewick', 'Jone Gribblewick'],
    ['Mary Sue Jinglewood', 'Mary Jinglewood'],
  ])('%s is asked whether it is them who typed “%s”', (name, typed) => expect(isJustSo(name, typed)).toBe(false))
  test('where too many were asked for, a steward is named first', () => {
    expect(tooManyAsked(1)).toMatch(/ask a steward .* 1 second\.$/)
    expect(tooManyAsked(12)).toMatch(/12 seconds\.$/)
  })
})
