/** At a pledge screen: several in a row, a change of mind, a missing answer, and what can be read before anything is typed. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import { openBrowser } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { keysOf, scannedKeys } from '../support/keys.ts'
import { ewa, organiser } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { answerPledge, draftAt, holdBack, pointer, promise, scan, stopClock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()

/** Somebody who has begun says what they could offer, and it is kept on the tablet. */
async function writeDraft(page: Page, kiosk: Kiosk): Promise<void> {
  await hands.press(page, /^Without giving a name/)
  await hands.choose(page, /^A mentor/)
  await expect.poll(() => draftAt(page, kiosk)).toContain('mentor')
}

/** The paths that the page goes from now on, in order, as it says them itself: none is missed, however quickly the next follows. */
async function followPaths(page: Page): Promise<() => Promise<string[]>> {
  const paths = await page.evaluateHandle(() => {
    const gone: string[] = []
    for (const change of ['pushState', 'replaceState', 'popstate'])
      window.addEventListener(change, () => gone.push(location.pathname))
    return gone
  })
  return () => paths.jsonValue()
}

/** The page has drawn what it has heard so far. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

/** Puts her on the list; answers with her badge. */
function addEwa(kiosk: Kiosk): string {
  const station = kiosk.station()
  if (station === null) throw new Error('It is not set up')
  return station.signIn.badge(station.signIn.add(organiser, ewa))
}

describe('a delegate with ninety seconds', () => {
  test('several pledges are made in a row without saying again who one is; each can be changed, withdrawn and brought back', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'pledges' })
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    const badge = station.signIn.badge(station.signIn.add(organiser, ewa))
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    await scan(page, badge)

    const make = async (kind: RegExp, wording: string, asked: boolean) => {
      await answerPledge(page, hands, kind, wording)
      if (asked) {
        await page.getByRole('heading', { name: 'May we write to you about this pledge?' }).waitFor()
        await hands.choose(page, /^No/)
        await hands.press(page, 'Continue')
        await page.getByRole('heading', { name: 'May we show your name in public?' }).waitFor()
        await hands.choose(page, /^No/)
        await hands.press(page, 'Continue')
      }
      await hands.press(page, 'Make this pledge')
      await page.getByRole('heading', { name: 'Thank you. Your leaf is on the tree.' }).waitFor()
    }
    await make(/^A mentor/, 'A phone call every month', true)
    await hands.press(page, 'Make another pledge')
    // Who they are, and what they said about writing to them and showing their name, still holds.
    await make(/^Interview practice/, 'An hour with honest feedback', false)
    expect(station.pledges.list({ search: '', offset: 0, limit: 9, type: null, status: null }).items).toMatchObject([
      { delegate: expect.any(String), name: 'Ewa Kaur', type: 'interview-practice', quantity: 1 },
      { delegate: expect.any(String), name: 'Ewa Kaur', type: 'mentor', timescale: 'before the summer holidays' },
    ])

    await hands.press(page, 'Change it')
    await page.getByRole('heading', { name: 'Change your pledge' }).waitFor()
    await hands.press(page, 'Change how many')
    await hands.press(page, 'One more')
    await hands.press(page, 'Continue')
    await page.getByRole('heading', { name: 'Change your pledge' }).waitFor()
    await expectAccessible(page, 'pledge, change')
    await hands.press(page, 'Leave it unchanged')
    await page.getByRole('heading', { name: 'Leave it?' }).waitFor()
    await expectAccessible(page, 'pledge, leave it unchanged?')
    await hands.press(page, 'No, keep going')
    await hands.press(page, 'Save the changes')
    await page.getByRole('heading', { name: 'Thank you. Your leaf is on the tree.' }).waitFor()
    await expect
      .poll(
        () =>
          station.pledges.list({ search: 'honest', offset: 0, limit: 9, type: null, status: null }).items[0]?.quantity,
      )
      .toBe(2)

    await hands.press(page, 'Withdraw it')
    await page.getByRole('heading', { name: 'Withdraw this pledge?' }).waitFor()
    await expectAccessible(page, 'pledge, withdraw it?')
    await hands.press(page, 'Yes, withdraw it')
    await page.getByRole('heading', { name: 'Your pledge is withdrawn' }).waitFor()
    await expectAccessible(page, 'pledge, withdrawn')
    expect(station.plan.overview()).toMatchObject({ pledges: 1, pledgesWithdrawn: 1 })
    await hands.press(page, 'Bring it back')
    await page.getByRole('heading', { name: 'Thank you. Your leaf is on the tree.' }).waitFor()
    expect(station.plan.overview()).toMatchObject({ pledges: 2, pledgesWithdrawn: 0 })
    expect(errors).toEqual([])
  })

  test('a badge that is scanned in the very moment the page appears is not missed', async () => {
    const { page, kiosk } = await openHall(browser, { duty: 'pledges' })
    const badge = addEwa(kiosk)
    // The answer to “is there a draft?” takes its time, as on a tablet that has just woken up.
    const looking = await holdBack(page, 'drafts/open')
    await page.reload()
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    await looking.asked
    // A scan that is kept back for three seconds is nobody's any more: no time passes here.
    await stopClock(page)
    await scan(page, badge)
    await looking.release()
    await page.getByRole('heading', { name: 'What could you offer?' }).waitFor()
    expect(await page.locator('header').innerText()).toContain('Ewa Kaur')
  })

  test('one press is enough, also in the moment in which the page has just appeared or the last person has just gone', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'pledges' })
    // People press what they see; the test must not wait for more.
    const begin = () => page.getByRole('button', { name: 'Make your pledge' }).click({ force: true })
    const looking = await holdBack(page, 'drafts/open')
    await page.reload()
    await looking.asked
    await begin()
    await looking.release()
    await page.getByRole('heading', { name: 'Who is making this pledge?' }).waitFor()
    await writeDraft(page, kiosk)
    const putAway = await holdBack(page, 'drafts/clear')
    await hands.press(page, 'Start again')
    await page.getByRole('heading', { name: 'Start again?' }).waitFor()
    await expectAccessible(page, 'pledge, start again?')
    await hands.press(page, 'Yes, start again')
    await putAway.asked
    await begin()
    await putAway.release()
    await page.getByRole('heading', { name: 'Who is making this pledge?' }).waitFor()
    // And whoever comes next begins with nothing of it.
    await hands.press(page, /^Without giving a name/)
    expect(await page.getByRole('radio', { name: /^A mentor/ }).isChecked()).toBe(false)
    expect(errors).toEqual([])
  })

  test('whoever pressed early, is asked about a draft and says no stands before the invitation again', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'pledges' })
    const badge = addEwa(kiosk)
    await hands.press(page, 'Make your pledge')
    await writeDraft(page, kiosk)
    const looking = await holdBack(page, 'drafts/open')
    await visit(page, '/')
    await page.reload()
    await page.getByRole('button', { name: 'Make your pledge' }).click({ force: true })
    await looking.release()
    await page.getByRole('heading', { name: 'Were you in the middle of a pledge?' }).waitFor()
    const paths = await followPaths(page)
    await hands.press(page, /^No/)
    await expect.poll(() => kiosk.station()?.drafts.parked('steward').items).toHaveLength(1)
    // The invitation stands where it was: the early press has led nowhere, and whoever comes next scans their badge.
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    // The last person may still be being put away. A scan that is kept back for three seconds is nobody's any more: no time passes here.
    await stopClock(page)
    await scan(page, badge)
    await page.getByRole('heading', { name: 'What could you offer?' }).waitFor()
    expect(await paths()).toEqual(['/pledge/kind'])
    expect(errors).toEqual([])
  })

  test('a finger that is put down while the last person is put away, and lifted afterwards, has pressed; and what is being read stays open', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'pledges' })
    const invitation = page.getByRole('button', { name: 'Make your pledge' })
    /** Somebody leaves in the middle of a pledge; answers once the tablet is about to put it away. */
    const leave = async () => {
      await hands.press(page, 'Make your pledge')
      await writeDraft(page, kiosk)
      const putAway = await holdBack(page, 'drafts/clear')
      await hands.press(page, 'Start again')
      await hands.press(page, 'Yes, start again')
      await invitation.waitFor()
      return putAway
    }
    /** The last person is put away, and the tablet has looked whether there is a draft of anybody else. */
    const afterwards = async (putAway: Awaited<ReturnType<typeof holdBack>>) => {
      const looked = page.waitForResponse(/rpc\/drafts\/open/)
      await putAway.release()
      await (await looked).finished()
      await drawn(page)
    }
    let putAway = await leave()
    await invitation.hover()
    await page.mouse.down()
    await afterwards(putAway)
    await page.mouse.up()
    await page.getByRole('heading', { name: 'Who is making this pledge?' }).waitFor()
    await hands.press(page, 'Back')

    putAway = await leave()
    await hands.press(page, 'About your information')
    const notice = await page.getByRole('dialog').elementHandle()
    await afterwards(putAway)
    // The very dialog that was opened is closed: one that had been drawn anew would have lost their place in it.
    await notice?.$('text="Close"').then((close) => close?.click())
    expect(notice).not.toBeNull()
    await hands.press(page, 'Make your pledge')
    await page.getByRole('heading', { name: 'Who is making this pledge?' }).waitFor()
    expect(errors).toEqual([])
  })

  test('whoever presses while Back has just led from the thanks to the invitation is not sent away again', async () => {
    const { page, errors } = await openHall(browser, { duty: 'pledges' })
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    const before = await page.evaluate(() => history.length)
    await promise(page, hands)

    const putAway = await holdBack(page, 'pledges/endVisit')
    const paths = await followPaths(page)
    await page.evaluate((length) => history.go(length - history.length), before)
    await hands.press(page, 'Make your pledge')
    const over = page.waitForResponse(/rpc\/pledges\/endVisit/)
    await putAway.release()
    await (await over).finished()
    await page.getByRole('heading', { name: 'Who is making this pledge?' }).waitFor()
    await hands.press(page, /^Without giving a name/)
    await page.getByRole('heading', { name: 'What could you offer?' }).waitFor()
    expect(await paths()).toEqual(['/', '/pledge/who', '/pledge/kind'])
    expect(errors).toEqual([])
  })

  test('whoever goes to the staff room while the last person is put away stays there', async () => {
    const { page, errors } = await openHall(browser, { duty: 'pledges' })
    await hands.press(page, 'Make your pledge')
    await hands.press(page, /^Without giving a name/)
    await answerPledge(page, hands, /^Work experience/, 'Two weeks in our workshop')
    await hands.press(page, 'Make this pledge')
    const { asked, release } = await holdBack(page, 'pledges/endVisit')
    await hands.press(page, 'I have finished')
    await asked
    await visit(page, '/staff')
    await page.getByLabel('Steward PIN').waitFor()
    const paths = await followPaths(page)
    const over = page.waitForResponse(/rpc\/pledges\/endVisit/)
    await release()
    await (await over).finished()
    await drawn(page)
    expect([new URL(page.url()).pathname, await paths()]).toEqual(['/staff', []])
    await page.getByLabel('Steward PIN').waitFor()
    expect(errors).toEqual([])
  })

  test('a missing answer is asked for at its own field, and what was typed stays', async () => {
    const { page } = await openHall(browser, { duty: 'pledges' })
    await hands.press(page, 'Make your pledge')
    await hands.press(page, 'Continue')
    const summary = page.locator('.error-summary')
    await summary.getByRole('alert').getByRole('link').first().waitFor()
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    await expectAccessible(page, 'pledge, who missing')
    await hands.press(page, /^Without giving a name/)
    await hands.choose(page, /^A home/)
    await hands.press(page, 'Continue')
    await page.getByRole('heading', { name: 'What do you promise?' }).waitFor()
    await hands.press(page, 'Continue')
    await page.getByRole('alert').getByRole('link').first().click()
    expect(
      await page
        .getByLabel('Your promise, in your own words')
        .evaluate((element) => element === document.activeElement),
    ).toBe(true)
    await expectAccessible(page, 'pledge, wording missing')
  })

  test('the privacy notice and what corporate parenting is can be read before anything is typed', async () => {
    const { page } = await openHall(browser, { duty: 'pledges' })
    await hands.press(page, 'About your information')
    const notice = page.getByRole('dialog')
    await notice.waitFor()
    for (const word of [/what it is used for/i, /lawful basis/i, /how long it is kept/i, /your rights/i])
      expect(await notice.innerText()).toMatch(word)
    await expectAccessible(page, 'privacy notice')
    await notice.getByRole('button', { name: 'Close', exact: true }).click()
    await hands.press(page, 'What is corporate parenting?')
    await page.getByRole('dialog').waitFor()
    await expectAccessible(page, 'explanation')
  })
})

test('a badge or ticket that nobody knows, or that was not read, is told in a sentence and with a sound, also while the last person’s thanks stand', async () => {
  const { page, kiosk, errors } = await openHall(browser, { duty: 'pledges' })
  const keys = await keysOf(page)
  await page.evaluate(() => {
    const { start } = OscillatorNode.prototype
    OscillatorNode.prototype.start = function counted(this: OscillatorNode, when?: number) {
      document.documentElement.dataset['notes'] = String(Number(document.documentElement.dataset['notes'] ?? 0) + 1)
      start.call(this, when)
    }
  })
  const notes = () => page.evaluate(() => Number(document.documentElement.dataset['notes'] ?? 0))
  const says = (words: RegExp) => page.getByText(words).waitFor()
  await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
  await keys.scan('NOBODYS-TICKET-1')
  await says(/^We do not know that badge or ticket\. Try it once more/)
  await expect.poll(notes).toBeGreaterThan(0)
  await expectAccessible(page, 'pledge, a badge that nobody knows')
  const before = await notes()
  await keys.send(scannedKeys('10001234567890').slice(0, -1))
  await says(/^That scan was not understood\. Try it once more/)
  await expect.poll(notes).toBeGreaterThan(before)

  await hands.press(page, /^Without giving a name/)
  await answerPledge(page, hands, /^Work experience/, 'Two weeks in our workshop')
  await hands.press(page, 'Make this pledge')
  await page.getByRole('heading', { name: 'Thank you. Your leaf is on the tree.' }).waitFor()
  await keys.scan(addEwa(kiosk))
  await says(/^A badge was scanned\. Somebody else’s pledge is still on the screen/)
  await expectAccessible(page, 'pledge, thank you, a badge scanned')
  await page.getByRole('heading', { name: 'Thank you. Your leaf is on the tree.' }).waitFor()
  expect(errors).toEqual([])
})
