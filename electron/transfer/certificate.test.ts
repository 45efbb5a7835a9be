/** Who is believed to be a tablet of the event, and within what. */
import { describe, expect, test } from 'vitest'
import { type Certificate, isCertified, signCertificate, signTicket, type Ticket } from './certificate.ts'
import { eventKeysFrom, makeSealingKeys, makeSigningKeys } from './keys.ts'

const event = '24425034-f627-844e-9e88-240d8ecf04fa'
const other = '24425034-f627-844e-9e88-240d8ecf04fb'
const { signing } = eventKeysFrom('5a'.repeat(32))
const station = makeSigningKeys()
const ticketKeys = makeSigningKeys()

const ticket = signTicket(
  { event, id: other, signing: ticketKeys.publicKey, duty: 'sign-in', speaksFor: 'steward', may: [], most: 20 },
  signing.privateKey,
)
const door = {
  event,
  station: '01a22fb1-a31c-701a-8e09-7f9db93c9b0b',
  signing: station.publicKey,
  sealing: makeSealingKeys().publicKey,
  duty: 'sign-in',
  speaksFor: 'steward',
  may: [],
  binds: [],
  by: ticket,
} satisfies Omit<Certificate, 'format' | 'signature'>
const isOurs = (certificate: Certificate): boolean => isCertified(certificate, signing.publicKey)
const byTicket = (changes: Partial<typeof door> | Partial<Certificate>): Certificate =>
  signCertificate({ ...door, ...changes }, ticketKeys.privateKey)

describe('a certificate', () => {
  test('by the event’s key, or by a ticket of it within what that allows, is believed', () => {
    expect(isOurs(byTicket({}))).toBe(true)
    const organisers = {
      ...door,
      by: null,
      duty: 'organiser',
      speaksFor: 'organiser',
      may: ['collect', 'hub'],
    } as const
    expect(isOurs(signCertificate({ ...organisers, may: [...organisers.may] }, signing.privateKey))).toBe(true)
  })
  test('by anybody else is not', () => {
    expect(isOurs(signCertificate({ ...door, by: null }, station.privateKey))).toBe(false)
    expect(isOurs(signCertificate(door, station.privateKey))).toBe(false)
    expect(isCertified(byTicket({}), station.publicKey)).toBe(false)
  })
  test('may say no more than its ticket does', () => {
    const more: Partial<Certificate>[] = [{ speaksFor: 'organiser' }, { duty: 'organiser' }, { may: ['collect'] }]
    expect(more.map((changes) => isOurs(byTicket(changes)))).toEqual([false, false, false])
  })
  test('by a ticket that the event did not sign, or signed for another event, is none', () => {
    const made = (given: Ticket): Certificate => byTicket({ by: given })
    expect(isOurs(made({ ...ticket, most: 21 }))).toBe(false)
    const { format: _format, signature: _signature, ...said } = ticket
    expect(isOurs(made(signTicket(said, station.privateKey)))).toBe(false)
    expect(isOurs(made(signTicket({ ...said, event: other }, signing.privateKey)))).toBe(false)
  })
  test('says nothing else than what was signed', () => {
    const changes: Partial<Certificate>[] = [
      { event: other },
      { station: other },
      { signing: ticketKeys.publicKey },
      { sealing: ticketKeys.publicKey },
      { speaksFor: 'delegate' },
      { binds: [{ station: other, last: 1 }] },
    ]
    for (const change of changes) expect([change, isOurs({ ...byTicket({}), ...change })]).toEqual([change, false])
  })
})
