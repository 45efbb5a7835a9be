import { expect, test } from 'vitest'
import { addressRows } from './address-line.ts'

test.each([
  [
    'To: Ada Okafor <ada@example.org>; "Bello, Grace" <grace@example.org>; Tom Nwosu',
    [
      ['Ada Okafor', 'ada@example.org'],
      ['Bello, Grace', 'grace@example.org'],
      ['Tom Nwosu', ''],
    ],
  ],
  [
    'Ada Okafor <ada@example.org>, Grace Bello <grace@example.org>, tom@example.org',
    [
      ['Ada Okafor', 'ada@example.org'],
      ['Grace Bello', 'grace@example.org'],
      ['', 'tom@example.org'],
    ],
  ],
  [
    "Ada Okafor <ada@example.org>;\n'Grace Bello' <grace@example.org>",
    [
      ['Ada Okafor', 'ada@example.org'],
      ['Grace Bello', 'grace@example.org'],
    ],
  ],
  ['to: Ada Okafor <ada@example.org>', [['Ada Okafor', 'ada@example.org']]],
])('%s', (pasted, rows) => {
  expect(addressRows(pasted)).toEqual(rows)
})

test.each([
  'Ada Okafor\nGrace Bello\n',
  'Name,Email\nAda Okafor,ada@example.org\nGrace Bello,grace@example.org\n',
  'Name,Email\nAda Okafor,Ada Okafor <ada@example.org>\nGrace Bello,Grace Bello <grace@example.org>\n',
  'Okafor, Ada\nBello, Grace\n',
  '',
])('%j is no line of addresses', (pasted) => {
  expect(addressRows(pasted)).toBeNull()
})
