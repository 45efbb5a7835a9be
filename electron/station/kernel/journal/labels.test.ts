/** What a record declares of its texts, as a type of fact labels them. */
import { expect, test } from 'vitest'
import { below, declared, ofWhom, theirs, typed } from './labels.ts'

test('what is declared says of whoever the fact names, but what they promised, and our own codes, of nobody whom we know', () => {
  const says = { email: 'contact', note: 'note', wording: 'words', type: 'none' } as const
  expect(below('changes', declared(says, { path: 'delegate' }))).toEqual({
    'changes.email': ofWhom('contact', 'delegate'),
    'changes.note': ofWhom('note', 'delegate'),
    'changes.wording': typed('words'),
    'changes.type': typed('none'),
  })
  expect(declared({ name: 'identity' }, 'subject')).toEqual({ name: theirs('identity') })
  expect(declared({ owner: 'identity' }, null)).toEqual({ owner: typed('identity') })
})
