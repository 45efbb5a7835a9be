import { describe, expect, test } from 'vitest'
import type { DelegateView } from '../../../../shared/domain/delegate.ts'
import { checkDelegate, delegateFormOf, readDelegateForm } from './delegate-form.ts'

const ewa: DelegateView = {
  id: '0197a2b0-0000-7000-8000-000000000001',
  name: 'Ewa Kaur',
  organisation: 'Meriden Motors',
  area: 'Workshops',
  role: '',
  sector: 'business',
  email: 'ewa@example.org',
  table: '',
  walkIn: false,
  withdrawn: false,
  presence: 'here',
  since: '2023-12-12T09:12:00.000Z',
  atStation: 'West door',
  note: '',
}

describe('correcting a delegate', () => {
  test('only what was changed is sent, tidied, with the reason', () => {
    const form = { ...delegateFormOf(ewa), name: ' Ewa  Kaur-Bell ', reason: 'She told us' }
    expect(checkDelegate(ewa, form)).toEqual({ ok: true, value: { name: 'Ewa Kaur-Bell', reason: 'She told us' } })
  })

  test('an e-mail address and a service area can be taken out again', () => {
    const form = { ...delegateFormOf(ewa), email: '', area: ' ', reason: 'She asked' }
    expect(checkDelegate(ewa, form)).toEqual({ ok: true, value: { email: '', area: '', reason: 'She asked' } })
  })

  test('nothing changed is nothing to send, whatever the reason says', () => {
    expect(checkDelegate(ewa, { ...delegateFormOf(ewa), name: 'Ewa Kaur ', reason: 'Because' })).toBeNull()
  })

  test('a change without a reason, without a name or with half an address is asked about, each beside its field', () => {
    const checked = checkDelegate(ewa, { ...delegateFormOf(ewa), name: '', email: 'ewa@' })
    expect(checked?.ok === false && checked.faults.map((fault) => fault.id)).toEqual([
      'delegate-name',
      'delegate-email',
      'delegate-reason',
    ])
  })

  test('what was left half-written comes back as far as it can be read', () => {
    expect(readDelegateForm({ name: 'Ewa', reason: 3 })).toMatchObject({ name: 'Ewa', reason: '', email: '' })
    expect(readDelegateForm('?')).toBeNull()
  })
})
