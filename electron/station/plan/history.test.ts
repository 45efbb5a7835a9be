/** The words of a history stand where the fields are declared. */
import { expect, test } from 'vitest'
import { actionRecord, ideaRecord } from '../../../shared/domain/action.ts'
import { delegateRecord, needsRecord } from '../../../shared/domain/delegate.ts'
import { pledgeRecord } from '../../../shared/domain/pledge.ts'

const records = [delegateRecord, pledgeRecord, actionRecord, ideaRecord]

test('whatever people are asked has its word, but what they need, which no history tells', () => {
  for (const { said, called } of records) expect(Object.keys(said).filter((name) => !(name in called))).toEqual([])
  expect([needsRecord.called, Object.keys(needsRecord.said)]).toEqual([{}, ['access', 'dietary']])
})

test('one name has one word, whoever says it', () => {
  const words = Map.groupBy(
    records.flatMap(({ called }) => Object.entries(called)),
    ([name]) => name,
  )
  expect([...words.values()].filter((all) => new Set(all.map(([, word]) => word)).size > 1)).toEqual([])
})
