import { expect, test } from 'vitest'
import { tempFolder } from '../../../../test/support/temp-folder.ts'
import { openTest } from '../../../../test/support/test-station.ts'
import { keyFile, openDatabase, shippedMigrations } from '../database/index.ts'

test('what stations signed before there was a head for each branch is still there after the update', () => {
  const folder = tempFolder()
  const before = shippedMigrations().filter(({ number }) => number < 14)
  const { db } = openDatabase(folder, keyFile(), before, () => 0)
  const [signed, unsigned] = ['0b6c6d2e-0000-4000-8000-000000000001', '0b6c6d2e-0000-4000-8000-000000000002']
  const add = db.prepare(
    "INSERT INTO chain (station, event, publicKey, seq, hash, at, signedSeq, signedHash, signature, forked) VALUES (?, 'e', 'k', 0, '', '', ?, ?, ?, 0)",
  )
  add.run(signed, 3, 'ab', 'cd')
  add.run(unsigned, 0, '', '')
  db.close()
  const { heads } = openTest(folder).journal.facts
  expect(heads(signed)).toEqual([{ station: signed, seq: 3, hash: 'ab', signature: 'cd' }])
  expect(heads(unsigned)).toEqual([])
})
