/** What a scanner meant that types as if on one keyboard, where the tablet is set to another. Pure. */

/** What its keys type, row by row: by themselves, and with Shift; a dot in the middle (·) where that is nothing. */
type Layout = { plain: string; shifted: string }
const US: Layout = {
  plain: "`1234567890-=qwertyuiop[]asdfghjkl;'\\\\zxcvbnm,./",
  shifted: '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"||ZXCVBNM<>?',
}
const UK: Layout = {
  plain: "`1234567890-=qwertyuiop[]asdfghjkl;'#\\zxcvbnm,./",
  shifted: '¬!"£$%^&*()_+QWERTYUIOP{}ASDFGHJKL:@~|ZXCVBNM<>?',
}
/** The British keyboard of a Mac differs from the American one in this sign alone. */
const UK_MAC: Layout = { ...US, shifted: US.shifted.replace('#', '£') }
const GERMAN: Layout = {
  plain: '^1234567890ß´qwertzuiopü+asdfghjklöä#<yxcvbnm,.-',
  shifted: '°!"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ\'>YXCVBNM;:_',
}
const FRENCH: Layout = {
  plain: '²&é"\'(-è_çà)=azertyuiop^$qsdfghjklmù*<wxcvbn,;:!',
  shifted: '·1234567890°+AZERTYUIOP¨£QSDFGHJKLM%µ>WXCVBN?./§',
}
const SPANISH: Layout = {
  plain: "º1234567890'¡qwertyuiop`+asdfghjklñ´ç<zxcvbnm,.-",
  shifted: 'ª!"·$%&/()=?¿QWERTYUIOP^*ASDFGHJKLÑ¨Ç>ZXCVBNM;:_',
}

/** What the scanner is set to, and what the tablet. Scanners come set to the American keyboard. */
const PAIRS: readonly (readonly [Layout, Layout])[] = [
  [US, UK],
  [UK, US],
  [US, UK_MAC],
  [UK, UK_MAC],
  [US, GERMAN],
  [US, FRENCH],
  [US, SPANISH],
  [UK, GERMAN],
  [UK, FRENCH],
  [UK, SPANISH],
]

const TABLES: readonly ReadonlyMap<string, string>[] = PAIRS.map(([scanner, tablet]) => {
  // Where two keys type the same sign, the one that every keyboard has is meant: it comes first.
  const meant = new Map<string, string>([[' ', ' ']])
  const signs = scanner.plain + scanner.shifted
  for (const [index, typed] of Array.from(tablet.plain + tablet.shifted).entries())
    if (!meant.has(typed)) meant.set(typed, signs.charAt(index))
  return meant
})

/** What may have been meant by this text, in each way that two keyboards may differ; without those that change nothing. */
export function onOtherKeyboards(text: string): string[] {
  const meant = TABLES.map((table) => {
    const letters = Array.from(text, (letter) => table.get(letter))
    return letters.includes(undefined) ? text : letters.join('')
  })
  return [...new Set(meant)].filter((other) => other !== text)
}

/** The same text with the caps lock the other way: what was small is large. */
export const withCapsLock = (text: string): string =>
  text.replaceAll(/\p{L}/gu, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  )
