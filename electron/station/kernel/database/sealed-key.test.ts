import { createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { CHEAP, PASSPHRASE } from '../../../../test/support/test-station.ts'
import { stretch } from '../stretch.ts'
import { openSealed, readSealed, sealKey } from './sealed-key.ts'
import { StorageError } from './storage-error.ts'
import { fc, runs } from '../../../../test/support/chance.ts'

const someKey = () => randomBytes(32).toString('hex')
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })

/** A sealed key with something changed and a sum that fits, as somebody would write it who knows how. */
function forged({ sum: _sum, ...sealed }: ReturnType<typeof readSealed>, change: object): string {
  const rest = { ...sealed, ...change }
  return `${JSON.stringify({ ...rest, sum: createHash('sha256').update(JSON.stringify(rest)).digest('hex') })}\n`
}

describe('a key sealed with the organiser’s passphrase', () => {
  test('whatever the passphrase is, it gives out the key that went in; any other gives out nothing', async () => {
    await fc.assert(
      fc.asyncProperty(words, words, fc.uint8Array({ minLength: 32, maxLength: 32 }), async (right, other, bytes) => {
        const key = Buffer.from(bytes).toString('hex')
        const text = await sealKey(key, right, CHEAP)
        expect(await openSealed(text, right)).toBe(key)
        const same = other.normalize('NFKC') === right.normalize('NFKC')
        expect(await openSealed(text, other)).toBe(same ? key : null)
      }),
      { numRuns: runs(60) },
    )
  })

  test('typed on another keyboard, where an é is two characters, it is the same passphrase', async () => {
    const key = someKey()
    const text = await sealKey(key, 'caf\u00E9 by the door', CHEAP)
    expect(await openSealed(text, 'cafe\u0301 by the door')).toBe(key)
    expect(await openSealed(text, 'cafe by the door')).toBeNull()
  })

  test('a letter too many, too few or of another size is another passphrase', async () => {
    const text = await sealKey(someKey(), PASSPHRASE, CHEAP)
    for (const other of [`${PASSPHRASE} `, PASSPHRASE.slice(1), PASSPHRASE.toUpperCase(), ''])
      expect([other, await openSealed(text, other)]).toEqual([other, null])
  })

  test('neither the key nor the passphrase is in it, and two tablets of one passphrase have nothing in common', async () => {
    const key = someKey()
    const [one, other] = [await sealKey(key, PASSPHRASE, CHEAP), await sealKey(key, PASSPHRASE, CHEAP)]
    expect(one).not.toContain(key)
    expect(one).not.toContain(PASSPHRASE)
    for (const member of ['salt', 'iv', 'key'] as const)
      expect(readSealed(one)[member]).not.toBe(readSealed(other)[member])
  })

  test('a byte of it that was changed, lost or added is refused in words, not taken for a wrong passphrase', async () => {
    const bytes = Buffer.from(await sealKey(someKey(), PASSPHRASE, CHEAP))
    const changed = [...bytes.keys()].flatMap((at) =>
      [1, 0x20, 0x80].map((bit) => Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ bit : byte)))),
    )
    const shorter = [...bytes.keys()].map((length) => bytes.subarray(0, length))
    for (const spoiled of [...changed, ...shorter, Buffer.concat([bytes, Buffer.from(' ')])]) {
      const text = spoiled.toString('utf8')
      expect(() => readSealed(text), text).toThrow(StorageError)
      expect(() => readSealed(text), text).toThrow(/is damaged\. Put back the file/)
    }
  })

  test('somebody who mends the sum after their change only has the passphrase refused', async () => {
    const sealed = readSealed(await sealKey(someKey(), PASSPHRASE, CHEAP))
    const changes = [{ cost: CHEAP / 2 }, { salt: '00'.repeat(16) }, { iv: '00'.repeat(12) }, { key: '00'.repeat(48) }]
    for (const change of changes) {
      expect([change, await openSealed(forged(sealed, change), PASSPHRASE)]).toEqual([change, null])
    }
  })

  test('what stands around the key is sealed with it: without it, even the right passphrase opens nothing', async () => {
    const { salt, iv, key } = readSealed(await sealKey(someKey(), PASSPHRASE, CHEAP))
    const stretched = await stretch(PASSPHRASE, Buffer.from(salt, 'hex'), CHEAP)
    const decipher = createDecipheriv('aes-256-gcm', stretched, Buffer.from(iv, 'hex'))
    decipher.setAuthTag(Buffer.from(key, 'hex').subarray(-16))
    decipher.update(Buffer.from(key, 'hex').subarray(0, -16))
    expect(() => decipher.final()).toThrow('authenticate')
  })

  test('one that would take all of the tablet’s memory to try is refused', async () => {
    const sealed = readSealed(await sealKey(someKey(), PASSPHRASE, CHEAP))
    expect(() => readSealed(forged(sealed, { cost: 2 ** 30 }))).toThrow('is damaged')
    expect(readSealed(forged(sealed, { cost: 2 ** 17 })).cost).toBe(2 ** 17)
  })

  test('one that a newer version sealed is left for the newer version', async () => {
    const text = (await sealKey(someKey(), PASSPHRASE, CHEAP)).replace('"version":1', '"version":2')
    expect(() => readSealed(text)).toThrow('newer version')
  })
})
