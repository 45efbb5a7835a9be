import { describe, expect, test } from 'vitest'
import { isPlaceholder } from './placeholders.ts'

describe('What people write into a cell to say that it is empty', () => {
  test.each(['-', 'N/A', 'n/a', 'Info Requested', 'anonymous', 'TBC', '–', '#N/A'])(
    '“%s” is nothing, whatever the field',
    (value) => {
      expect(isPlaceholder('lastName', value)).toBe(true)
      expect(isPlaceholder('dietaryNeeds', value)).toBe(true)
      expect(isPlaceholder('organisation', value)).toBe(true)
    },
  )

  test.each(['No', 'none', 'None.', 'NIL', 'No thank you', 'Not applicable'])('“%s” is no need at all', (value) => {
    expect(isPlaceholder('accessNeeds', value)).toBe(true)
  })

  // Ms No, Mr Na and the Null family have been left out of enough systems.
  test.each(['No', 'Na', 'None', 'Null', 'Nil'])('“%s” is somebody’s name', (value) => {
    expect(isPlaceholder('name', value)).toBe(false)
    expect(isPlaceholder('firstName', value)).toBe(false)
    expect(isPlaceholder('lastName', value)).toBe(false)
  })

  test('A real answer is an answer', () => {
    expect(isPlaceholder('dietaryNeeds', 'No nuts')).toBe(false)
    expect(isPlaceholder('accessNeeds', 'Yes')).toBe(false)
    expect(isPlaceholder('role', 'Nurse')).toBe(false)
  })
})
