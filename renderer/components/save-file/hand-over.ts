/** Hands a file to the browser, which saves it where this computer keeps downloads, or asks. */

/** The browser reads the file while this stands. Milliseconds. */
const KEPT = 60_000

export function handOver(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT)
}
