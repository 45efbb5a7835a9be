import { zipSync, strToU8 } from 'fflate'
import * as xlsx from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { inLane } from '../../../../test/support/lane.ts'
import { portClient, openTestKiosk, setUpAnswers } from '../../../../test/support/test-client.ts'
import { PASSPHRASE, PIN, readyStation, shippedPack } from '../../../../test/support/test-station.ts'
import { readList } from '../../../../test/support/read-list.ts'

/** Long enough that reading it and comparing it take many turns. */
const MANY = inLane(30_000, 100_000)

/** A list of so many people, each with a ticket of their own. */
function longList(people: number): Buffer {
  const rows = Array.from(
    { length: people },
    (_, index) => `Person ${letters(index)},Elmdon House,p${index}@elmdon.example,EB-${index}`,
  )
  return Buffer.from(`Name,Organisation,Email,Barcode #\n${rows.join('\n')}\n`)
}
const letters = (index: number) => [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('')

function workbookOf(rows: readonly (readonly string[])[]): Uint8Array {
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows.map((row) => [...row])), 'List')
  return new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
}

describe('somebody signs in while a long list is imported', () => {
  test('a sign-in is answered while a long list is read and compared', async () => {
    const kiosk = openTestKiosk()
    await kiosk.setUp({ ...setUpAnswers, pack: shippedPack() })
    const door = portClient(kiosk)
    await door.staff.unlock({ role: 'steward', pin: PIN })
    const { delegate } = await door.signIn
      .walkIn({ name: 'Ewa Kaur', role: '', organisation: 'Elmdon', sector: '', email: '', table: '' })
      .then((answer) => {
        if (answer.code !== 'signed-in') throw new Error(answer.code)
        return answer
      })
    const office = portClient(kiosk)
    await office.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })

    const file = new File([new Uint8Array(longList(MANY))], 'long.csv')
    let answered = 0
    let isOver = false
    const analysing = office.import.analyse({ file }).finally(() => {
      isOver = true
    })
    while (!isOver) {
      await door.signIn.signOut({ delegate: delegate.id })
      await door.signIn.signIn({ delegate: delegate.id })
      answered += 1
    }
    expect(await analysing).toMatchObject({ code: 'analysis', counts: { rows: MANY, added: MANY } })
    // While it is read and while it is compared people come and go at the door.
    expect(answered).toBeGreaterThan(6)
  })
})

describe('files that are too much', () => {
  test.each([
    ['a row of ten million characters', `Name,Note\n${'x'.repeat(10_000_000)},y\nEwa,z\n`, { faulty: 1, added: 1 }],
    ['ten million words in one cell', `Name,Role\nEwa,"${'a '.repeat(5_000_000)}"\nJo,z\n`, { faulty: 0, added: 2 }],
    ['ten million blanks', `Name,Role\nEwa,"${' '.repeat(10_000_000)}"\n`, { added: 1 }],
  ])('%s', async (_what, text, counts) => {
    const station = await readyStation()
    const answer = station.signIn.importer.preview('list.csv', Buffer.from(text), {})
    expect(answer).toMatchObject({ code: 'preview', counts })
  })

  test('16,000 columns are refused in words, as text and as a workbook', () => {
    const wide = Array.from({ length: 16_000 }, (_, index) => (index % 2 === 0 ? 'Name' : `H${index}`))
    const text = readList('wide.csv', Buffer.from(`${wide.join(',')}\n${wide.join(',')}\n`))
    const book = readList('wide.xlsx', workbookOf([wide, wide]))
    for (const table of [text, book]) expect(table).toMatchObject({ kind: 'error', code: 'too-many-columns' })
  })

  test('a Word file that is called a list is refused by what it is, and so is a page that is called a workbook', () => {
    const word = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') })
    expect(readList('delegates.csv', word)).toMatchObject({
      kind: 'error',
      sentence: expect.stringContaining('Word') as unknown,
    })
    const page = Buffer.from('<html><table><tr><td>Name</td></tr></table></html>')
    expect(readList('report.xls', page)).toMatchObject({ kind: 'error', code: 'other-spreadsheet' })
  })

  test('names from right to left, joined emoji and control characters come through clean', async () => {
    const station = await readyStation()
    const list = 'Name,Organisation\n\u202eليلى حسن\u202c,مدرسة\n👩‍👩‍👧 Ada\u0000 Lovelace,\u0007Elmdon\n'
    const answer = station.signIn.importer.run({ role: 'organiser', delegate: null }, 'list.csv', Buffer.from(list), {})
    expect(answer).toMatchObject({ code: 'imported', added: 2, faulty: 0 })
    expect(
      station.signIn.list({ search: '', offset: 0, limit: 5, presence: null }).items.map(({ name }) => name),
    ).toEqual(expect.arrayContaining(['ليلى حسن', '👩‍👩‍👧 Ada Lovelace']))
  })
})
