/** What is asked before somebody is forgotten, and what is not. */
import { expect, test } from 'vitest'
import { NAMING_FIELDS } from '../../../shared/contract/erasing.ts'
import { actionRecord, ideaRecord } from '../../../shared/domain/action.ts'
import { pledgeRecord } from '../../../shared/domain/pledge.ts'
import { fieldAt, treatmentOf } from './fields.ts'

test('whatever people promise, propose or type as a name, the organiser is asked what it shall say instead', () => {
  const asked = [pledgeRecord, actionRecord, ideaRecord].flatMap(({ says }) =>
    Object.entries(says).filter(([, kind]) => treatmentOf({ class: kind, about: null }) === 'asked'),
  )
  expect(asked.length).toBeGreaterThan(10)
  const fields = new Set(asked.map(([path]) => fieldAt(path)))
  expect([...fields].filter((field) => !NAMING_FIELDS.some((one) => one === field))).toEqual([])
})
