import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../test/support/temp-folder.ts'
import { clearHalfMade, clearHalfMadeSlowly, growingPath } from './half-made.ts'

/** No system has a program of this number. */
const NOBODY = 4_194_305

/** As this computer calls itself in such names. */
const HERE = basename(growingPath('/d/plan')).split('.')[2] ?? ''

/** As a program of this number called it, in another run of it than this one. */
const called = (name: string, pid: number, computer = HERE): string =>
  `.${name}.${computer}.${pid}.0123456789abcdef.half-made`

test.each([
  { how: 'at once', clear: async (folder: string) => clearHalfMade(folder) },
  { how: 'slowly', clear: clearHalfMadeSlowly },
])('what was cut off goes, $how; what somebody makes at this moment, and everything else, stays', async ({ clear }) => {
  const folder = tempFolder()
  const gone = [called('plan.csv', NOBODY), called('station.db', NOBODY), called('station.db', process.pid)]
  const stays = [
    basename(growingPath(join(folder, 'plan.csv'))),
    called('plan.csv', process.ppid),
    'plan.csv',
    '.plan.csv.part',
    called('plan.csv', NOBODY).slice(1),
    `${called('plan.csv', NOBODY)}.kept`,
    '.notes.half-made',
    // On a drive that several computers use: there it may be running.
    called('plan.csv', NOBODY, 'ffffffff'),
  ]
  for (const name of [...gone, `${gone[1]}-journal`, ...stays]) writeFileSync(join(folder, name), 'half')
  mkdirSync(join(folder, called('reading', NOBODY)))
  writeFileSync(join(folder, called('reading', NOBODY), 'station.db'), 'half')
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
