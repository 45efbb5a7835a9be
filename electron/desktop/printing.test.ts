import type { BrowserWindow, PrinterInfo, WebContentsPrintOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { createPrinting } from './printing.ts'
import { settled } from '../../test/support/settled.ts'

type Answer = (printed: boolean, why: string) => void

/** A shell with one window, the printers there are, and time in the test's hand. */
function shell({ print, printers = ['labels'] }: { print: (answer: Answer) => void; printers?: string[] }) {
  const asked: WebContentsPrintOptions[] = []
  const logged: string[] = []
  const waiting: { milliseconds: number; giveUp: () => void }[] = []
  const infos: PrinterInfo[] = printers.map((name) => ({
    name,
    displayName: name === 'bare' ? '' : `The ${name}`,
    description: '',
    options: {},
  }))
  const webContents = {
    getPrintersAsync: () => Promise.resolve(infos),
    print: (options: WebContentsPrintOptions, answer: Answer) => {
      asked.push(options)
      print(answer)
    },
  }
  const { print: send, ...rest } = createPrinting({
    windowOf: (number) => (number === 1 ? ({ webContents } as unknown as BrowserWindow) : null),
    wait: (milliseconds, giveUp) => void waiting.push({ milliseconds, giveUp }),
    log: (event, outcome) => void logged.push(`${event} ${outcome ?? ''}`),
  })
  const later = (milliseconds: number) => {
    for (const { giveUp } of waiting.filter((one) => one.milliseconds <= milliseconds)) giveUp()
  }
  return {
    ...rest,
    asked,
    logged,
    later,
    print: (window = 1) => send(window, { printer: 'labels', paper: { width: 86.5, height: 100 } }),
  }
}

describe('printing without a dialog', () => {
  test('the page goes to the printer that it is told, at the size of its paper and on one side', async () => {
    const { print, asked, logged } = shell({ print: (answer) => answer(true, '') })
    expect(await print()).toEqual({ code: 'printed' })
    expect(asked).toMatchObject([
      {
        silent: true,
        deviceName: 'labels',
        printBackground: true,
        landscape: false,
        margins: { marginType: 'none' },
        duplexMode: 'simplex',
        // In microns.
        pageSize: { width: 86_500, height: 100_000 },
      },
    ])
    expect(logged).toEqual(['print ok'])
  })

  test('a printer that is not there, one that refuses, and a call that throws are told apart, and name nobody in the log', async () => {
    const gone = shell({ print: (answer) => answer(false, 'Invalid deviceName provided'), printers: ['office'] })
    expect(await gone.print()).toEqual({ code: 'failed', why: 'no-printer' })
    const jammed = shell({ print: (answer) => answer(false, 'Print job failed') })
    expect(await jammed.print()).toEqual({ code: 'failed', why: 'refused' })
    const broken = shell({
      print: () => {
        throw new Error('Ewa Kaur')
      },
    })
    expect(await broken.print()).toEqual({ code: 'failed', why: 'refused' })
    expect([...gone.logged, ...jammed.logged, ...broken.logged]).toEqual([
      'print failed',
      'print failed',
      'print failed',
    ])
  })

  test('a printing that nobody ever answers is given up after a minute', async () => {
    const { print, later, logged } = shell({ print: () => undefined })
    const answers: unknown[] = []
    const printing = print().then((answer) => answers.push(answer))
    await settled()
    later(59_999)
    await settled()
    expect(answers).toEqual([])
    later(60_000)
    await printing
    expect(answers).toEqual([{ code: 'failed', why: 'too-slow' }])
    expect(logged).toEqual(['print failed'])
  })

  test('a window that is not there prints nothing', async () => {
    const { print, asked } = shell({ print: (answer) => answer(true, '') })
    expect(await print(2)).toEqual({ code: 'failed', why: 'refused' })
    expect(asked).toEqual([])
  })

  test('printers go by the names that people know, where the system has any', async () => {
    const { printers } = shell({ print: () => undefined, printers: ['labels', 'bare'] })
    expect(await printers()).toEqual([
      { name: 'labels', title: 'The labels' },
      { name: 'bare', title: 'bare' },
    ])
  })
})
