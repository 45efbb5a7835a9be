import { describe, expect, test } from 'vitest'
import type { ImportConflict } from '../../../../shared/contract/import.ts'
import { CHOICES, CONFLICT_KINDS } from '../../../../shared/domain/import-decisions.ts'
import {
  chosenFor,
  choiceWords,
  conflictName,
  generalWords,
  KIND_WORDS,
  sidesOf,
  sideTitles,
} from './conflict-words.ts'

const say = (_field: string, value: string) => value
const corrected: ImportConflict = {
  row: 1204,
  kind: 'corrected',
  field: 'organisation',
  earlier: null,
  ours: { name: 'Ewa Kaur', organisation: 'Elmdon House' },
  theirs: { name: 'Ewa Kaur', organisation: 'Elmdon Hosue' },
  choice: 'keep',
}

describe('where the list and this tablet differ', () => {
  test('every answer the station takes has words', () => {
    for (const kind of CONFLICT_KINDS) {
      expect(KIND_WORDS[kind].title.length).toBeGreaterThan(5)
      for (const choice of CHOICES[kind]) expect(generalWords(kind, choice)).not.toBe(choice)
    }
  })

  test('about one detail the answers say what would stand there', () => {
    expect(CHOICES.corrected.map((choice) => choiceWords(corrected, choice, say))).toEqual([
      'Keep “Elmdon House”',
      'Take “Elmdon Hosue”',
    ])
    expect(conflictName(corrected)).toBe('Ewa Kaur: organisation')
  })

  test('side by side stands what either of them says, and where they differ', () => {
    const both = sidesOf({ ours: { name: 'Ewa', role: '' }, theirs: { name: 'Ewa', role: 'Director', email: '' } }, say)
    expect(both.ours.map(({ label, value, differs }) => [label, value, differs])).toEqual([
      ['Name', 'Ewa', false],
      ['Role', '', true],
    ])
    expect(both.theirs.at(1)?.value).toBe('Director')
    expect(sideTitles({ row: 1204, earlier: 3 })).toEqual({ ours: 'Row 3', theirs: 'Row 1,204' })
    expect(sideTitles(corrected).theirs).toBe('In the file, row 1,204')
  })

  test('it is shown as it was chosen: by itself, else for all of its kind, else as the station does it', () => {
    const { row, kind, field } = corrected
    const all = { corrected: 'take' as const }
    expect(chosenFor({ each: [], all: {} }, corrected)).toBe('keep')
    expect(chosenFor({ each: [], all }, corrected)).toBe('take')
    expect(chosenFor({ each: [{ row, kind, field, choice: 'keep' }], all }, corrected)).toBe('keep')
  })
})
