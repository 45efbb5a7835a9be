import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { fc, runs } from '../../../test/support/chance.ts'
import { tidyLine, tidyText } from '../../../shared/domain/text.ts'
import { draftMessage } from './draft.ts'

const date = '2023-12-18T09:30:00.000Z'
const address = 'ewa@elmdon.example'
/** On the way lines end as messages do. */
const linesOf = (text = ''): string => text.replaceAll('\r\n', '\n')

describe('a message that nobody has sent yet', () => {
  test('opens for writing, says when and to whom, and nothing of who sends it', async () => {
    const text = 'Dear Ewa,\n\nThank you.\n'
    const message = draftMessage({ to: { name: 'Ewa Kaur', address }, subject: 'Thank you', text, date })
    expect(message.split('\r\n').slice(0, 5)).toEqual([
      'X-Unsent: 1',
      'Date: Mon, 18 Dec 2023 09:30:00 +0000',
      'To: Ewa Kaur',
      ' <ewa@elmdon.example>',
      'Subject: Thank you',
    ])
    const read = await PostalMime.parse(message)
    expect(read).toMatchObject({ to: [{ name: 'Ewa Kaur', address }], subject: 'Thank you', date })
    expect([linesOf(read.text), read.from, read.attachments]).toEqual([text, undefined, []])
  })

  test('can be read as it is, by whoever opens the file as text', () => {
    const text = 'Dear Zoë,\nyou promised 3 placements, 50 % paid = thank you \nBye\n'
    const message = draftMessage({ to: { name: '', address }, subject: 'Thank you', text, date })
    expect(message.slice(message.indexOf('\r\n\r\n') + 4)).toBe(
      'Dear Zo=C3=AB,\r\nyou promised 3 placements, 50 % paid =3D thank you=20\r\nBye\r\n',
    )
  })

  test('without a name it goes to the address alone, and an address that ends its line is none', async () => {
    const message = (to: string) => draftMessage({ to: { name: '', address: to }, subject: '', text: '', date })
    expect((await PostalMime.parse(message(address))).to).toEqual([{ name: '', address }])
    expect(() => message('ewa@elmdon.example\r\nBcc: all@elmdon.example')).toThrow('no e-mail address')
  })

  test('whatever people are called and promise, another program reads the same, and no line is too long', async () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 160 }).map(tidyLine)
    const many = fc.array(line, { maxLength: 30 }).map((lines) => tidyText(lines.join('\n')))
    await fc.assert(
      fc.asyncProperty(line, line, many, async (name, subject, text) => {
        const message = draftMessage({ to: { name, address }, subject, text, date })
        expect(/^[\r\n\t -~]*$/.test(message)).toBe(true)
        expect(message.split('\r\n').filter((one) => one.length > 76 || one.includes('\n'))).toEqual([])
        const read = await PostalMime.parse(message)
        expect([read.to, read.subject ?? '', linesOf(read.text).replace(/\n$/, '')]).toEqual([
          [{ name, address }],
          subject,
          text,
        ])
      }),
      { numRuns: runs(200, 5000) },
    )
  })
})
