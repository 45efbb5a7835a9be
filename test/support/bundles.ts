/** How a test carries bundles: in memory, as a stick would. */
import type { Station } from '../../electron/station/app/station.ts'
import type { BundleSource } from '../../electron/transfer/index.ts'

export const stick = (bytes: Uint8Array): BundleSource => ({
  beginning: async () => bytes.subarray(0, 4096),
  bytes: () => new Blob([new Uint8Array(bytes)]).stream(),
})

type Written = { bytes: ReadableStream<Uint8Array>; close: () => void } | null

export async function bytesOf(written: Promise<Written>): Promise<Uint8Array> {
  const given = await written
  if (given === null) throw new Error('Nothing was written')
  try {
    return new Uint8Array(await new Response(given.bytes).arrayBuffer())
  } finally {
    given.close()
  }
}

export const bundleOf = (station: Station): Promise<Uint8Array> => bytesOf(station.tablets.writeBundle())

export const merged = async (station: Station, bytes: Uint8Array) =>
  station.tablets.take(await station.tablets.open(stick(bytes)))
