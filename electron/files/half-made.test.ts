import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { halfMadeName, NOBODY } from '../../test/support/half-made-name.ts'
import { tempFolder } from '../../test/support/temp-folder.ts'
import { clearHalfMade, clearHalfMadeSlowly, growingPath } from './half-made.ts'

test.each([
  { how: 'at once', clear: async (folder: string) => clearHalfMade(folder) },
  { how: 'slowly', clear: clearHalfMadeSlowly },
])('what was cut off goes, $how; what somebody makes at this moment, and everything else, stays', async ({ clear }) => {
  const folder = tempFolder()
  const gone = [
    halfMadeName('plan.csv', NOBODY),
    halfMadeName('station.db', NOBODY),
    halfMadeName('station.db', process.pid),
  ]
  const stays = [
    basename(growingPath(join(folder, 'plan.csv'))),
    halfMadeName('plan.csv', process.ppid),
    'plan.csv',
    '.plan.csv.part',
    halfMadeName('plan.csv', NOBODY).slice(1),
    `${halfMadeName('plan.csv', NOBODY)}.kept`,
    '.notes.half-made',
    // On a drive that several computers use: there it may be running.
    halfMadeName('plan.csv', NOBODY, 'ffffffff'),
  ]
  for (const name of [...gone, `${gone[1]}-journal`, ...stays]) writeFileSync(join(folder, name), 'half')
  mkdirSync(join(folder, halfMadeName('reading', NOBODY)))
  writeFileSync(join(folder, halfMadeName('reading', NOBODY), 'station.db'), 'half')
  await clear(folder)
  expect(readdirSync(folder).toSorted()).toEqual(stays.toSorted())
})

test('a folder that is not there, or cannot be looked into, keeps nobody from going on', async () => {
  const folder = join(tempFolder(), 'nowhere')
  expect(() => clearHalfMade(folder)).not.toThrow()
  await expect(clearHalfMadeSlowly(folder)).resolves.toBeUndefined()
})

test('two that grow at once are two, and which of them may be said', () => {
  expect(growingPath('/d/plan.csv')).not.toBe(growingPath('/d/plan.csv'))
  expect(growingPath('/d/plan.csv', '00000000')).toBe(growingPath('/d/plan.csv', '00000000'))
})
