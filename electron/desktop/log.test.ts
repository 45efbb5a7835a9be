import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../test/support/temp-folder.ts'
import { handClock } from '../../test/support/test-station.ts'
import { createLog } from './log.ts'

describe('the log of a tablet', () => {
  test('a line is there as soon as it is written', () => {
    const log = createLog({ folder: join(tempFolder(), 'logs'), now: handClock() })
    log.call({ call: 'pledges.make', outcome: 'ok', ms: 4.3219 })
    log.event('page-gone', 'crashed')
    expect(log.files()).toEqual([
      {
        name: 'shell.log',
        text:
          '{"at":"2023-12-12T08:55:00.000Z","call":"pledges.make","outcome":"ok","ms":4.3}\n' +
          '{"at":"2023-12-12T08:55:00.000Z","event":"page-gone","outcome":"crashed"}\n',
      },
    ])
  })

  test('a year of lines takes five small files, and the newest stay', () => {
    const folder = tempFolder()
    const log = createLog({ folder, largest: 1000 })
    for (let n = 0; n < 500; n += 1) log.event('line', String(n))
    expect(readdirSync(folder)).toHaveLength(5)
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(1100)
    const lines = log.files().flatMap(({ text }) => text.trim().split('\n'))
    const outcomes = lines.map((line) => Number((JSON.parse(line) as { outcome: string }).outcome))
    expect(outcomes.at(-1)).toBe(499)
    expect(outcomes).toEqual(outcomes.toSorted((one, other) => one - other))
  })

  test('what is not plain words is not written', () => {
    const log = createLog({ folder: tempFolder() })
    log.event('fault', 'ewa@elmdon.example said “no”')
    expect(log.files()[0]?.text).toContain('"outcome":"unclear"')
  })

  test('where nothing can be written, nothing is thrown', () => {
    const file = join(tempFolder(), 'a-file')
    writeFileSync(file, '')
    expect(() => createLog({ folder: join(file, 'logs') }).event('started')).not.toThrow()
  })
})
