import { describe, expect, test } from 'vitest'
import { inventedPeople } from '../../../test/fixtures/people.ts'

describe('a crowd of invented people', () => {
  const crowd = inventedPeople({ count: 3000, seed: 1 })

  test('is the same for the same seed and another for another', () => {
    expect(inventedPeople({ count: 3000, seed: 1 })).toEqual(crowd)
    expect(inventedPeople({ count: 3000, seed: 2 })).not.toEqual(crowd)
  })

  test('is as large as asked for, also when that is nobody', () => {
    expect(crowd).toHaveLength(3000)
    expect(inventedPeople({ count: 0, seed: 1 })).toEqual([])
    expect(inventedPeople({ count: 1, seed: 1 })[0]?.organisation).not.toBe('')
  })

  test('has addresses that can never be anyone’s, and no two the same', () => {
    const emails = crowd.map(({ email }) => email).filter((email) => email !== '')
    expect(emails.filter((email) => !/^[a-z0-9.-]+@[a-z0-9-]+\.example$/.test(email))).toEqual([])
    expect(new Set(emails).size).toBe(emails.length)
    expect(emails.length).toBeLessThan(crowd.length)
  })

  test('comes from every part of the partnership and sits at every table', () => {
    expect(new Set(crowd.map(({ sector }) => sector)).size).toBe(9)
    expect(new Set(inventedPeople({ count: 200, seed: 3, tables: 12 }).map(({ table }) => table)).size).toBe(12)
  })

  test('has the names that make a list hard: accents, apostrophes, hyphens, initials, titles, single names', () => {
    const names = crowd.map(({ name }) => name)
    for (const hard of [
      /[^\u0020-\u024f’]/,
      /[à-ÿ]/,
      /’/,
      /-/,
      /\b[A-Z]\. /,
      /^(Cllr|Dr|Prof) /,
      /^\S+$/,
      / (OBE|MBE|Jr)$/,
    ]) {
      expect(names.some((name) => hard.test(name))).toBe(true)
    }
  })
})
