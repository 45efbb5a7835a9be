/** Changes the text of the built files as they are loaded, so that a test can see what it guards fail. */
import { registerHooks } from 'node:module'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'

type Change = { from: string; to: string }

/** Of the files in the folder of `entry`. Answers with the changes that were not found yet: each must be there exactly once. */
export function changeBuilt(entry: string, changes: readonly Change[]): ReadonlySet<Change> {
  const waiting = new Set(changes)
  const built = `${pathToFileURL(dirname(entry)).href}/`
  if (changes.length > 0)
    registerHooks({
      load(url, context, next) {
        const loaded = next(url, context)
        if (!url.startsWith(built)) return loaded
        let source =
          loaded.source === undefined || loaded.source === null ? '' : Buffer.from(loaded.source as never).toString()
        for (const change of waiting) {
          if (source.split(change.from).length !== 2) continue
          source = source.replace(change.from, () => change.to)
          waiting.delete(change)
        }
        return { ...loaded, source }
      },
    })
  return waiting
}
