import { describe, expect, test } from 'vitest'
import { checkTyped } from '../../components/form/check.ts'
import { NEEDED, NO_ANSWERS, type SetUpAnswers, type SetUpStep } from './check-answers.ts'

const errorsOf = (step: SetUpStep, answers: SetUpAnswers) => {
  const checked = checkTyped(NEEDED[step], answers, 'set-up')
  return checked.ok ? [] : checked.errors
}

describe('the first screen asks what it needs and no more', () => {
  test('someone presses Continue before choosing an event and is told to choose one', () => {
    expect(errorsOf('event', NO_ANSWERS)).toEqual([
      { id: 'set-up-pack', message: 'Choose the event this tablet is for' },
    ])
    expect(errorsOf('event', { ...NO_ANSWERS, pack: { kind: 'shipped', id: 'solihull-nec' } })).toEqual([])
  })

  test('a tablet without a name or a duty is asked for both', () => {
    expect(errorsOf('tablet', { ...NO_ANSWERS, name: '   ' }).map((error) => error.id)).toEqual([
      'set-up-name',
      'set-up-duty',
    ])
    expect(errorsOf('tablet', { ...NO_ANSWERS, name: 'West door', duty: 'sign-in' })).toEqual([])
  })

  test('a PIN and a passphrase that everybody tries first are refused, and the rehearsal’s own', () => {
    const messages = (passphrase: string, pin: string) =>
      errorsOf('staff', { ...NO_ANSWERS, passphrase, pin }).map((error) => error.message)
    expect(messages('kind kind kind', '1234')).toEqual([
      'That says the same again and again, or runs in order, and is tried first. Use three or four different words',
      'Digits that repeat or run, like 0000, 1212 or 1234, are tried first. Mix them',
    ])
    expect(messages('rehearsal only', '2468')).toEqual([
      'That is the passphrase of every rehearsal. Choose words that only you know',
      'That is the PIN of every rehearsal. Choose one that only your stewards know',
    ])
  })

  test('a short passphrase and a PIN with letters are both explained', () => {
    const errors = errorsOf('staff', { ...NO_ANSWERS, passphrase: 'short', pin: '12ab' })
    expect(errors.map((error) => error.message)).toEqual([
      'Use at least 10 characters: three or four words are easy to remember',
      'Use 4 to 8 digits',
    ])
    expect(errorsOf('staff', { ...NO_ANSWERS, passphrase: 'three kind words', pin: '4711' })).toEqual([])
  })
})
