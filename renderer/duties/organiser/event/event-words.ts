/** Sizes of files as people say them. Pure. */

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** “988 kB”, “12.4 MB”. Thousands, as this computer's folders count. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  return bytes < 999_950_000 ? `${number.format(bytes / 1e6)} MB` : `${number.format(bytes / 1e9)} GB`
}
