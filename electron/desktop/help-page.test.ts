import { describe, expect, test } from 'vitest'
import { HELP_PATH, withHelp } from './help-page.ts'
import { answerPage } from './rules.ts'

describe('the page that says what to do', () => {
  const page = withHelp(() => null)

  test('it comes even where nothing was built, says that what was saved is safe, and leads back', async () => {
    const answer = answerPage(`app://kiosk${HELP_PATH}`, page)
    const text = await answer.text()
    expect(text).toContain('Everything that was saved is safe')
    expect(text).toContain('<a href="/"')
    expect(text).toContain('content="60;url=/"')
  })

  test('it keeps to the strict headers: no script, and its style from its own address', async () => {
    const answer = answerPage(`app://kiosk${HELP_PATH}`, page)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const text = await answer.text()
    expect(text).not.toMatch(/<script|<style|style=|onclick/)
    const sheet = /href="([^"]+\.css)"/.exec(text)?.[1] ?? ''
    const style = answerPage(`app://kiosk${sheet}`, page)
    expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
    expect(answerPage('app://kiosk/other', page).status).toBe(404)
  })
})
