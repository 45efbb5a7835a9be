/** The action plan at the terminal: what it lacks, and what becomes of it in the file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { runHere } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

describe('the plan at the terminal', () => {
  test('it names its rows without a due date, and takes a day for them only where one is given', async () => {
    const folder = join(tempFolder(), 'station')
    await runHere('rehearse', '--delegates', '5', '--pledges', '20', '--actions', '12', '--data', folder)
    const undated = await runHere('plan', 'undated', '--data', folder, '--json')
    const { total, first } = z
      .object({ total: z.int(), first: z.array(z.object({ ref: z.string() })) })
      .parse(JSON.parse(undated.out))
    expect(total).toBeGreaterThan(0)
    const named = await runHere('plan', 'undated', '--data', folder)
    expect(named.out).toMatch(
      new RegExp(`^${total} rows? ha(s|ve) no due date, and planning systems refuse such rows:`),
    )
    for (const { ref } of first) expect(named.out).toContain(ref)

    const out = join(folder, '..', 'plan.json')
    const rows = () =>
      z
        .object({
          rows: z.array(z.object({ ref: z.string(), dueDate: z.string().nullable(), dueDateOffered: z.boolean() })),
        })
        .parse(JSON.parse(readFileSync(out, 'utf8'))).rows
    const plain = await runHere('plan', 'export', '--out', out, '--data', folder)
    expect(plain.out).toContain(first[0]?.ref)
    expect(plain.out).toContain('--offer-date')
    const none = rows().filter(({ dueDate }) => dueDate === null)
    expect(none.map(({ ref }) => ref).toSorted((one, other) => (one < other ? -1 : 1))).toEqual(
      first.map(({ ref }) => ref).toSorted((one, other) => (one < other ? -1 : 1)),
    )

    const given = await runHere(
      'plan',
      'export',
      '--out',
      out,
      '--offer-date',
      '2027-03-31',
      '--force',
      '--data',
      folder,
    )
    expect(given.out).toContain('the due date 2027-03-31, marked as offered')
    const offered = rows().filter(({ dueDateOffered }) => dueDateOffered)
    expect(offered.map(({ dueDate }) => dueDate)).toEqual(none.map(() => '2027-03-31'))
    for (const wrong of ['soon', '2027-02-30', ''])
      expect(
        await runHere('plan', 'export', '--out', out, '--offer-date', wrong, '--force', '--data', folder),
      ).toMatchObject({
        code: 2,
        err: expect.stringContaining('2027-03-31'),
      })
  })
})
