import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../test/support/temp-folder.ts'
import { anyone, aPledge, organiser, ewa, openTest, readyStation } from '../../test/support/test-station.ts'
import { openToOthers } from './own-files.ts'

/** It has no such modes: there the user's own folder keeps others out. */
const WINDOWS = process.platform === 'win32'

test('Every file of a day is for its owner alone, also in a folder that others may look into', async () => {
  const folder = join(tempFolder(), 'station')
  mkdirSync(folder, { mode: 0o755 })
  chmodSync(folder, 0o755)
  const station = await readyStation({}, folder)
  station.pledges.make(anyone, aPledge)
  station.eraseDelegate(organiser, station.signIn.add(organiser, ewa), 'Asked by letter')
  station.backup()
  const open = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, stat: statSync(join(folder, name)) }))
    .filter(({ stat }) => stat.isFile() && !WINDOWS && (stat.mode & 0o077) !== 0)
  expect(open.map(({ name }) => name)).toEqual([])
  expect(readdirSync(folder)).toContain('station.db-wal')
})

test.skipIf(WINDOWS)('a folder or a key that others may read is told, with what to do', async () => {
  const { folder } = await readyStation()
  expect(openToOthers(folder)).toEqual([])
  chmodSync(folder, 0o755)
  chmodSync(join(folder, 'station.key'), 0o644)
  expect(openToOthers(folder)).toEqual([
    expect.stringContaining(`chmod 700 “${folder}”`),
    expect.stringContaining('chmod 600'),
  ])
  // What an older version left open is closed at the next opening.
  chmodSync(join(folder, 'station.db'), 0o644)
  openTest(folder)
  expect(statSync(join(folder, 'station.db')).mode & 0o077).toBe(0)
})
