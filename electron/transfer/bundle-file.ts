/** A bundle in a file: read from the beginning each time, and never into memory as a whole. */
import { openAsBlob } from 'node:fs'
import { ROUTING_WITHIN } from './routing.ts'
import type { BundleSource } from './open-bundle.ts'

/** Throws as node:fs does where there is no such file. */
export async function bundleFile(path: string): Promise<BundleSource> {
  const file = await openAsBlob(path)
  return {
    beginning: async () => new Uint8Array(await file.slice(0, ROUTING_WITHIN).arrayBuffer()),
    bytes: () => file.stream(),
  }
}
