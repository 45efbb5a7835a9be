/** At the door with a scanner that types: five milliseconds a key, wherever the focus happens to be. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { keysOf, scannedKeys } from '../support/keys.ts'
import { ewa, kwame, organiser, PIN } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { pointer, unlock } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()
const answer = (page: Page) => page.getByRole('region', { name: 'Answer' })
const heardFor = (page: Page, words: string | RegExp) => answer(page).getByText(words).waitFor()

async function openDoor() {
  const hall = await openHall(browser, { duty: 'sign-in' })
  const station = hall.kiosk.station()
  if (station === null) throw new Error('It is not set up')
  const badgeOf = (person: typeof ewa) => station.signIn.badge(station.signIn.add(organiser, person))
  const badges = { ewa: badgeOf(ewa), kwame: badgeOf(kwame), ines: badgeOf({ ...ewa, name: 'Ines Example' }) }
  return { ...hall, station, badges, keys: await keysOf(hall.page) }
}

async function openDesk() {
  const hall = await openDoor()
  await unlock(hall.page, hands, 'steward')
  const find = hall.page.getByRole('combobox', { name: 'Find by name or organisation' })
  await find.waitFor()
  return { ...hall, find }
}

describe('a scanner that types', () => {
  test('a badge scanned before a locked desk is not tried as the PIN, and what was typed of the PIN stays', async () => {
    const { page, errors, badges, keys, station } = await openDoor()
    const pin = page.getByLabel('Steward PIN')
    await pin.focus()
    await keys.type(PIN.slice(0, 2))
    await keys.scan(badges.ewa)
    await page.getByText(/The badge was read, but this desk is locked/).waitFor()
    expect(await pin.inputValue()).toBe(PIN.slice(0, 2))
    await expectAccessible(page, 'sign-in, locked, badge scanned')
    await keys.type(PIN.slice(2))
    await keys.press('Enter')
    await page.getByRole('combobox', { name: 'Find by name or organisation' }).waitFor()
    expect(station.signIn.counts().here).toBe(0)
    expect(errors).toEqual([])
  })

  test('in the search box, beside what is typed there, with a selection, very fast and slow: the box stays as it was', async () => {
    const { page, errors, badges, keys, find } = await openDesk()
    await find.focus()
    await keys.type('Meri')
    await find.evaluate((field) => field instanceof HTMLInputElement && field.setSelectionRange(1, 3))
    const selected = () =>
      find.evaluate((field) =>
        field instanceof HTMLInputElement ? [field.value, field.selectionStart, field.selectionEnd] : [],
      )

    await keys.scan(badges.ewa)
    await heardFor(page, 'Ewa Kaur')
    expect(await answer(page).innerText()).toMatch(/Signed in at/i)
    expect(await selected()).toEqual(['Meri', 1, 3])
    await keys.scan(badges.ewa)
    await heardFor(page, /Already signed in at/i)
    await keys.send(scannedKeys(badges.kwame, { apart: 1 }))
    await heardFor(page, 'Kwame Okonkwo-Bell')
    await keys.send(scannedKeys('PK1-WOLV-0123456789ABCDEF', { apart: 35 }))
    await heardFor(page, /This badge is for WOLV/)
    await keys.scan('99999999999999999999')
    await heardFor(page, 'We do not know this badge')
    expect(await selected()).toEqual(['Meri', 1, 3])
    expect(errors).toEqual([])
  })

  test('a steward goes on typing a name while a badge is scanned: the name is in the box and the person signed in', async () => {
    const { page, errors, badges, keys, find } = await openDesk()
    await find.focus()
    const typed = Array.from('motors').map((key, index) => ({ key, at: index * 70, held: 95 }))
    await keys.send([...typed, ...scannedKeys(badges.ewa.toUpperCase(), { at: 150 })])
    await heardFor(page, 'Ewa Kaur')
    // The letters that came while the scanner typed are put back once it is clear whose they were.
    await expect.poll(() => find.inputValue()).toBe('motors')
    await keys.scan(badges.kwame)
    await heardFor(page, 'Kwame Okonkwo-Bell')
    expect(await find.inputValue()).toBe('motors')
    expect(errors).toEqual([])
  })

  test('on a button, also with a space in the code: it is not pressed; a person’s own space presses it', async () => {
    const { page, errors, badges, keys } = await openDesk()
    const button = page.getByRole('button', { name: 'Not on the list' })
    await page.evaluate(() => {
      const pressed: string[] = []
      window.addEventListener('click', ({ target }) =>
        pressed.push(target instanceof Element ? target.textContent : ''),
      )
      Object.assign(window, { pressed })
    })
    await button.focus()
    await keys.scan(badges.ewa)
    await heardFor(page, 'Ewa Kaur')
    await button.focus()
    await keys.scan(' A ticket from elsewhere')
    await heardFor(page, 'We do not know this badge')
    await button.focus()
    // So short that the app has to wait for what follows before it knows whose space it was: as long as after the scanner's.
    await keys.send([{ key: ' ', at: 0, held: 30 }])
    await page.getByRole('heading', { name: 'Who is not on the list?' }).waitFor()
    expect(await page.evaluate(() => (window as unknown as { pressed: string[] }).pressed)).toEqual(['Not on the list'])
    expect(errors).toEqual([])
  })

  test('in the fields and lists of a walk-in: every one of them stays as it was', async () => {
    const { page, errors, badges, keys } = await openDesk()
    await hands.press(page, 'Not on the list')
    const scans = [
      { field: page.getByRole('textbox', { name: 'Name' }).first(), badge: badges.ewa, says: 'Ewa Kaur' },
      {
        field: page.getByRole('combobox', { name: 'Organisation' }).first(),
        badge: badges.kwame,
        says: 'Kwame Okonkwo-Bell',
      },
      { field: page.getByRole('textbox', { name: 'Role' }).first(), badge: badges.ines, says: 'Ines Example' },
    ]
    const values = () => Promise.all(scans.map(({ field }) => field.inputValue()))
    for (const { field } of scans) await field.fill('Halfway thr')
    for (const { field, badge, says } of scans) {
      await field.focus()
      await field.evaluate((element) => element instanceof HTMLInputElement && element.setSelectionRange(7, 7))
      await keys.scan(badge)
      await heardFor(page, says)
      expect([says, await field.inputValue()]).toEqual([says, 'Halfway thr'])
      await keys.type('ZZ')
      await expect.poll(() => field.inputValue()).toBe('HalfwayZZ thr')
    }
    const sector = page.getByLabel('Sector')
    const before = await sector.inputValue()
    await sector.focus()
    await keys.scan('housing-police-health')
    await heardFor(page, 'We do not know this badge')
    expect(await sector.inputValue()).toBe(before)
    expect(await values()).toEqual(scans.map(() => 'HalfwayZZ thr'))
    await expectAccessible(page, 'sign-in, walk-in, badge scanned')
    expect(errors).toEqual([])
  })
})

describe('a scanner that types slowly, over the air', () => {
  test('a badge and a ticket are read at a hundred milliseconds a key, in the search, on a button and in a form', async () => {
    const { page, errors, station, badges, keys, find } = await openDesk()
    station.signIn.importer.run(
      organiser,
      'list.csv',
      Buffer.from(
        'Name,Organisation,Barcode #\nAda Okafor,Elmdon House,https://example.org/in/evt-1?pk=g-a1\nTom Nwosu,Elmdon House,TOM-2026\n',
      ),
      { encoding: null, sheet: null, mapping: null },
    )
    const slowly = (code: string) => keys.send(scannedKeys(code, { apart: 100 }))
    await find.focus()
    await keys.type('Meri')
    await slowly(badges.ewa)
    await heardFor(page, 'Ewa Kaur')
    expect(await find.inputValue()).toBe('Meri')
    await slowly('https://example.org/in/evt-1?pk=g-a1')
    await heardFor(page, 'Ada Okafor')

    // On the button that would undo it.
    await answer(page).getByRole('button', { name: 'Undo for Ada Okafor' }).focus()
    await slowly(badges.kwame)
    await heardFor(page, 'Kwame Okonkwo-Bell')
    expect(station.signIn.counts().here).toBe(3)

    await hands.press(page, 'Not on the list')
    const name = page.getByRole('textbox', { name: 'Name' }).first()
    await name.fill('Halfway')
    await name.focus()
    await slowly('tom-2026')
    await heardFor(page, 'Tom Nwosu')
    expect(await name.inputValue()).toBe('Halfway')
    expect(station.signIn.counts()).toMatchObject({ here: 4, walkIns: 0 })
    expect(errors).toEqual([])
  })

  test('what was not understood replaces the last answer: no end, nobody’s ticket, and a name that nobody has', async () => {
    const { page, errors, badges, keys, find, station } = await openDesk()
    await find.focus()
    await keys.scan(badges.ewa)
    await heardFor(page, 'Ewa Kaur')
    await keys.send(scannedKeys('10001234567890').slice(0, -1))
    await heardFor(page, 'That scan was not understood')
    await expectAccessible(page, 'sign-in, scan not understood')
    await find.fill('')

    await keys.scan(badges.kwame)
    await heardFor(page, 'Kwame Okonkwo-Bell')
    await keys.send(scannedKeys('NOBODYS-1', { apart: 90 }))
    await heardFor(page, 'We do not know this badge')
    expect(await find.inputValue()).toBe('')

    await keys.scan(badges.ines)
    await heardFor(page, 'Ines Example')
    await keys.type('zzqyx')
    await page.getByRole('heading', { name: 'Nobody by that name yet' }).waitFor()
    await keys.press('Enter')
    await heardFor(page, 'Nobody by the name “zzqyx”')
    await expectAccessible(page, 'sign-in, nobody by that name')
    expect(station.signIn.counts().here).toBe(3)
    expect(errors).toEqual([])
  })

  test('with Caps Lock on, a scan that may be two people’s ticket asks whose it is, and the steward says', async () => {
    const { page, errors, keys, station } = await openDesk()
    const list = 'Name,Organisation,Barcode #\nAmara Bell,Elmdon House,abCD-1\nBertrand Osei,Meriden Motors,ABcd-1\n'
    station.signIn.importer.run(organiser, 'list.csv', Buffer.from(list), {})
    await page.evaluate(() => {
      KeyboardEvent.prototype.getModifierState = (key) => key === 'CapsLock'
    })
    await keys.scan('ABcd-1')
    await heardFor(page, 'Whose ticket is it?')
    expect(station.signIn.counts().here).toBe(0)
    await expectAccessible(page, 'sign-in, whose ticket')
    await hands.press(page, 'Sign in Amara Bell, Elmdon House')
    await heardFor(page, /^Signed in at/)
    expect(station.signIn.find('Amara Bell')).toMatchObject([{ presence: 'here' }])
    expect(station.signIn.counts().here).toBe(1)
    expect(errors).toEqual([])
  })

  test('a code typed by hand, as slowly as anybody types, signs in; a name with a digit in a form is sent as it is', async () => {
    const { page, errors, badges, keys, find, station } = await openDesk()
    await find.focus()
    const byHand = (text: string) => [...text, 'Enter'].map((key, index) => ({ key, at: index * 300, held: 80 }))
    await keys.send(byHand(badges.ewa.toLowerCase()))
    await heardFor(page, 'Ewa Kaur')
    await hands.press(page, 'Not on the list')
    await page.getByRole('textbox', { name: 'Name' }).first().focus()
    await keys.type('Zara Exley')
    await page.getByRole('textbox', { name: 'E-mail, if they want to be written to' }).focus()
    await keys.type('zara2026@elmdon.example')
    await page.getByRole('combobox', { name: 'Organisation' }).first().focus()
    await keys.type('Unit42')
    await keys.press('Enter')
    await heardFor(page, 'Zara Exley')
    expect(station.signIn.list({ search: 'Zara', offset: 0, limit: 5, presence: null }).items).toMatchObject([
      { name: 'Zara Exley', organisation: 'Unit42', email: 'zara2026@elmdon.example', presence: 'here' },
    ])
    expect(errors).toEqual([])
  })

  test('its pace is learnt where it is tried, and kept with the tablet', async () => {
    const { page, errors, keys, station, badges } = await openDesk()
    station.signIn.importer.run(
      organiser,
      'list.csv',
      Buffer.from('Name,Organisation,Barcode #\nTom Nwosu,Elmdon House,TOM-2026\n'),
      { encoding: null, sheet: null, mapping: null },
    )
    await hands.press(page, 'More', 'link')
    await hands.press(page, /^How this desk works/, 'link')
    await page.getByRole('heading', { name: 'How this desk works' }).waitFor()
    await keys.send(scannedKeys('TRY-2026', { apart: 180 }))
    await page.getByText(/It reads “TRY-2026”. It types slowly, about 180 milliseconds a key/).waitFor()
    await expectAccessible(page, 'sign-in, slow scanner tried')
    await hands.press(page, 'Keep it so')
    await page
      .getByRole('heading', { name: 'What do you need?' })
      .or(page.getByRole('heading', { name: 'Sign-in desk' }))
      .first()
      .waitFor()
    expect(station.door().scanner.pace).toBe(180)
    await hands.press(page, 'Not on the list')
    const name = page.getByRole('textbox', { name: 'Name' }).first()
    await name.focus()
    await keys.send(scannedKeys('TOM-2026', { apart: 180 }))
    await heardFor(page, 'Tom Nwosu')
    expect(await name.inputValue()).toBe('')
    await keys.scan(badges.ewa)
    await heardFor(page, 'Ewa Kaur')
    expect(errors).toEqual([])
  })
})
