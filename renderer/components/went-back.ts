/** That this tablet was started again from an earlier time: its PIN and passphrase are those of then, which is told where one is asked for. */
import { type QueryClient, useQuery } from '@tanstack/react-query'

const KEY = ['went-back']

/** `time` as it stands in a sentence, like “30 Nov at 03:23”. Kept beside what the station told, since the page that follows is another one. */
export function rememberWentBack(queries: QueryClient, time: string): void {
  queries.setQueryDefaults(KEY, { gcTime: Infinity })
  queries.setQueryData(KEY, time)
}

/** Whoever has opened the tablet with one of them knows. */
export const forgetWentBack = (queries: QueryClient): void => queries.removeQueries({ queryKey: KEY })

/** The time it went back to; undefined where it did not, or where that was told. */
export const useWentBack = (): string | undefined => useQuery<string>({ queryKey: KEY, enabled: false }).data
