import { expect, test } from 'vitest'
import { addressRows } from './address-lines.ts'

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
  [
    'Ada Okafor <ada@example.org>\nBello, Grace <mailto:grace@example.org>\n"Nwosu, Tom" <tom@example.org>\nLee Marsh\n',
    [
      ['Ada Okafor', 'ada@example.org'],
      ['Bello, Grace', 'grace@example.org'],
      ['Nwosu, Tom', 'tom@example.org'],
      ['Lee Marsh', ''],
    ],
  ],
])('%s', (pasted, rows) => {
  expect(addressRows(pasted)).toEqual({ people: rows, notices: [] })
})

test.each([
  'Ada Okafor\nGrace Bello\n',
  'Name,Email\nAda Okafor,ada@example.org\nGrace Bello,grace@example.org\n',
  'Name,Email\nAda Okafor,Ada Okafor <ada@example.org>\nGrace Bello,Grace Bello <grace@example.org>\n',
  'Okafor, Ada\nBello, Grace\n',
  'Ada Okafor,Ash Lane,Ada <ada@example.org>\nGrace Bello,Ash Lane,Grace <grace@example.org>\n',
  'From: 1 December\nTo: 3 December\n\nName,Email\nAda Okafor,ada@example.org\n',
  '',
])('%j is no line of addresses', (pasted) => {
  expect(addressRows(pasted)).toBeNull()
})

test('of the top of a message those who were asked are people; who wrote it, who was told of it and what stands below are not, and that is said', () => {
  const message = [
    'From: Ira Pa <ira@example.org>',
    'Sent: 20 November 2026 09:10',
    'To: Ada Okafor <ada@example.org>; Grace Bello <grace@example.org>;',
    '\tTom Nwosu <tom@example.org>',
    'Cc: Viv Boss <viv@example.org>; Lee Marsh <lee@example.org>',
    'Subject: The day',
    ' and what comes after it',
    '',
    'Dear all, write to jo@example.org',
    '',
  ].join('\r\n')
  const found = addressRows(message)
  expect(found?.people.map(([name]) => name)).toEqual(['Ada Okafor', 'Grace Bello', 'Tom Nwosu'])
  expect(found?.notices.map(({ row, value, rows }) => [row, value, rows])).toEqual([
    [1, 'Ira Pa <ira@example.org>', 1],
    [5, 'Viv Boss <viv@example.org>; Lee Marsh <lee@example.org>', 2],
    [9, 'Dear all, write to jo@example.org', 1],
  ])
})
