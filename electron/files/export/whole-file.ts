/** An export as one file in memory, for a screen to save: made in slices, so that a long one holds nobody up. */
import { createYielder } from '../../slices.ts'

/** The pieces of a file, made as they are taken. */
type Pieces = { name: string; media: string; chunks: Iterable<Uint8Array> }

/** The first piece is made at once, so what the file says is as of this call. Throws the signal's reason once nobody waits. */
export async function wholeFile({ name, media, chunks }: Pieces, signal?: AbortSignal): Promise<File> {
  const yielder = createYielder()
  const parts: BlobPart[] = []
  for (const chunk of chunks) {
    parts.push(chunk as BlobPart)
    if (yielder.isDue()) await yielder.giveWay(signal)
  }
  return new File(parts, name, { type: media })
}
