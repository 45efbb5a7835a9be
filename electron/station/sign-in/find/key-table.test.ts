import { expect, test } from 'vitest'
import { createKeyTable, hashText } from './key-table.ts'
import { fc } from '../../../../test/support/chance.ts'

test('holds what was put under each key, through any additions and removals', () => {
  const step = fc.record({
    remove: fc.boolean(),
    key: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer()),
    value: fc.nat(3),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const table = createKeyTable()
      const model = new Map<number, number[]>()
      for (const { remove, key, value } of steps) {
        const values = model.get(key) ?? []
        if (remove) {
          table.remove(key, value)
          if (values.includes(value)) values.splice(values.indexOf(value), 1)
        } else {
          table.add(key, value)
          values.push(value)
        }
        model.set(key, values)
      }
      for (const [key, values] of model) {
        const held: number[] = []
        table.each(key, (value) => held.push(value))
        expect(held.toSorted((one, other) => one - other)).toEqual(values.toSorted((one, other) => one - other))
      }
    }),
  )
})

test('grows past its first size and uses freed room again', () => {
  const table = createKeyTable()
  for (let round = 0; round < 3; round++) {
    for (let key = 0; key < 5000; key++) table.add(key * 4096, key)
    for (let key = 0; key < 5000; key++) {
      const held: number[] = []
      table.each(key * 4096, (value) => held.push(value))
      expect(held).toEqual([key])
      table.remove(key * 4096, key)
    }
  }
})

test('the hash of a text is FNV-1a’s', () => {
  expect(hashText('')).toBe(0x811c9dc5 | 0)
  expect(hashText('foobar')).toBe(0xbf9cf968 | 0)
})
