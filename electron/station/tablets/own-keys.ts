/** The keys that this tablet holds besides the one it signs with, and the event key that it believes. */
import { z } from 'zod'
import { eventKeysFrom, type Keys, makeSealingKeys } from '../../transfer/index.ts'
import { readWritten } from '../kernel/database/index.ts'
import type { StationCore } from '../kernel/core.ts'
import type { Settings } from '../kernel/settings.ts'

const keysSchema = z.object({ publicKey: z.string(), privateKey: z.string() })

/** The public halves of the event’s two keys, 64 hex digits each. */
export type EventKey = { signing: string; sealing: string }

type EventKeys = ReturnType<typeof eventKeysFrom>

export function createOwnKeys({ journal, random }: Pick<StationCore, 'journal' | 'random'>, settings: Settings) {
  const eventKey = (): EventKey | null => {
    const [signing, sealing] = [settings.read('eventKey'), settings.read('eventSealingKey')]
    return signing === null || sealing === null ? null : { signing, sealing }
  }
  /** Only where the organiser’s secret lies. */
  const ofEvent = (): EventKeys | null => {
    const seed = settings.read('eventSeed')
    return seed === null ? null : eventKeysFrom(seed)
  }
  function believe({ signing, sealing }: EventKey): void {
    settings.keep('eventKey', signing)
    settings.keep('eventSealingKey', sealing)
    journal.believesAnew()
  }
  return {
    eventKey,
    ofEvent,
    believe,
    /** Where this tablet has none: from now on it speaks for the organiser, and believes itself. In a transaction of the caller’s. */
    drawEventKey(): EventKeys {
      if (eventKey() !== null) throw new Error('This tablet believes an event key already')
      const seed = Buffer.from(random(32)).toString('hex')
      settings.keep('eventSeed', seed)
      const drawn = eventKeysFrom(seed)
      believe({ signing: drawn.signing.publicKey, sealing: drawn.sealing.publicKey })
      return drawn
    },
    /** The key to what is sealed to this tablet; drawn when it is first asked for. */
    sealing(): Keys {
      const kept = settings.read('sealingKey')
      if (kept !== null) return readWritten(keysSchema, kept)
      const keys = makeSealingKeys()
      settings.keep('sealingKey', JSON.stringify(keys))
      return keys
    },
    /** The key that it signs with; null where it has written nothing. */
    signing: (): string | null => settings.read('stationKey'),
    /** What opens a bundle that is sealed to `receiver`, a public key; null where we hold it not. */
    opens(receiver: string): Keys | null {
      const own = settings.read('sealingKey')
      const all = [own === null ? null : readWritten(keysSchema, own), ofEvent()?.sealing ?? null]
      return all.find((keys) => keys?.publicKey === receiver) ?? null
    },
  }
}
export type OwnKeys = ReturnType<typeof createOwnKeys>
