import * as xlsx from '@e965/xlsx'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { AS_A_LIST, readList } from '../../../test/support/read-list.ts'
import type { After } from '../../slices.ts'
import { isSmall, readInThread } from './read-in-thread.ts'

const listOf = (people: number) => Buffer.from(`Name,Organisation\n${'Ewa Kaur,Elmdon House\n'.repeat(people)}`)

function workbookOf(rows: string[][]): Uint8Array {
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), 'List')
  return new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
}

/** However slow this machine is. */
const after: After = () => () => undefined

describe('a large file is read beside everything else', () => {
  test('small files are read at once, large ones and small ones that unpack to much are not', () => {
    expect(isSmall(listOf(100))).toBe(true)
    expect(isSmall(listOf(50_000))).toBe(false)
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(5_000_000) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(isSmall(bomb)).toBe(false)
  })

  test('the thread reads what would have been read here', async () => {
    for (const [name, bytes] of [
      ['list.csv', listOf(5000)],
      ['list.xlsx', workbookOf([['Name'], ['Ewa Kaur']])],
      ['photo.xlsx', Buffer.from('89504e470d0a1a0a', 'hex')],
    ] as const)
      expect(await readInThread(name, bytes, AS_A_LIST, { after })).toEqual(readList(name, bytes))
  })

  test('stopped, it ends at once, and nobody waits for the end of its time', async () => {
    const stop = new AbortController()
    let waiting = 0
    const counting: After = () => {
      waiting += 1
      return () => void (waiting -= 1)
    }
    const reading = readInThread('list.csv', listOf(100_000), AS_A_LIST, { signal: stop.signal, after: counting })
    stop.abort()
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
    expect(waiting).toBe(0)
  })
})
