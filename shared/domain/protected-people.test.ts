import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readEventPack } from './event-pack.ts'
import { createProtection } from './protected-people.ts'

const folder = join(import.meta.dirname, '../../resources/event-packs')
const packs = readdirSync(folder).map((file) => {
  const reading = readEventPack(readFileSync(join(folder, file), 'utf8'))
  if (!reading.ok) throw new Error(`${file} is sound`)
  return reading.pack
})
const somebody = { sector: '', role: '', organisation: '', area: '' }
type Sector = Parameters<typeof createProtection>[0][number]
const isProtectedSector = (sector: Sector): boolean => createProtection([sector])({ ...somebody, sector: sector.id })

describe.each(packs)('the pack $id', ({ sectors }) => {
  test('says itself that young people and carers are protected, and it would be so if it did not', () => {
    const marked = sectors.filter((sector) => sector.protected === true).map(({ id }) => id)
    expect(marked).toEqual(['carers', 'care-experienced'])
    const older = sectors.map(({ protected: _said, ...sector }) => sector)
    expect(older.filter(isProtectedSector).map(({ id }) => id)).toEqual(marked)
  })
})

describe('a pack that says nothing', () => {
  test.each([
    'Care leavers',
    'Looked-after children',
    'Kinship families',
    'Fostering households',
    'Young people',
    'Adopters',
  ])('%s are protected', (name) => expect(isProtectedSector({ id: 'a', name })).toBe(true))
  test.each(['Council', 'Health', 'Schools, colleges and universities', 'Social care', 'Careers service'])(
    '%s is not',
    (name) => expect(isProtectedSector({ id: 'a', name })).toBe(false),
  )
  test('and what it does say counts', () => {
    expect(isProtectedSector({ id: 'carers', name: 'Carers', protected: false })).toBe(false)
    expect(isProtectedSector({ id: 'guests', name: 'Guests', protected: true })).toBe(true)
  })
})

describe('a person', () => {
  const isProtected = createProtection([{ id: 'guests', name: 'Guests', protected: true }])
  test('is protected by their sector, also by one that this pack does not have', () => {
    expect(isProtected({ ...somebody, sector: 'guests' })).toBe(true)
    expect(isProtected({ ...somebody, sector: 'care-leavers' })).toBe(true)
    expect(isProtected({ ...somebody, sector: 'council', role: 'Care leaver' })).toBe(false)
  })
  test('whose sector nobody wrote down, by what their role, their organisation and their service area are called', () => {
    expect(isProtected({ ...somebody, organisation: 'Care Leavers’ Forum' })).toBe(true)
    expect(isProtected({ ...somebody, area: 'Children in Care Council' })).toBe(true)
    expect(isProtected({ ...somebody, role: 'Foster carer' })).toBe(true)
    expect(isProtected({ ...somebody, role: 'Fostering manager', organisation: 'Children and Young People' })).toBe(
      false,
    )
  })
})
