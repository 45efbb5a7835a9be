/** The text of a pack’s file, however an editor saved it. Pure. */

/** `remark`: what somebody should look at; null where all is as it should be. */
export type PackText = { ok: true; text: string; remark: string | null } | { ok: false; message: string }

const UTF_16 =
  'This file is saved as UTF-16, which Windows calls “Unicode”. Open it in your editor, choose “Save as”, and there as encoding “UTF-8”; then try again.'

const NO_TEXT = 'This is no text. Choose the file that was made as an event pack.'

/** A word or two with the first letter in it that is none of the plain ones: where to look whether it was read right. */
const lookAt = (text: string): string => /[^\n"]{0,20}[\u0080-\uffff][^\n"]{0,20}/.exec(text)?.[0].trim() ?? ''

/** Every second byte is empty where plain letters are saved in two bytes each. */
const isTwoBytes = (bytes: Uint8Array): boolean => {
  const start = bytes.subarray(0, 200)
  return (
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff) ||
    (start.length > 3 && start.filter((byte) => byte === 0).length * 3 > start.length)
  )
}

/** The text of these bytes in an encoding; null where they are no such text. Both sides of the glass have one of their own. */
type Decode = (bytes: Uint8Array, encoding: 'utf-8' | 'windows-1252') => string | null

/** UTF-8, as files should be; else as the older editors of Windows save them, which is remarked on. */
export function readPackText(bytes: Uint8Array, decode: Decode): PackText {
  if (isTwoBytes(bytes)) return { ok: false, message: UTF_16 }
  const usual = decode(bytes, 'utf-8')
  if (usual !== null) return { ok: true, text: usual, remark: null }
  const text = decode(bytes, 'windows-1252')
  if (text === null) return { ok: false, message: NO_TEXT }
  const word = lookAt(text)
  return {
    ok: true,
    text,
    remark: `This file is not saved as UTF-8. It was read as Windows-1252${word === '' ? '' : `: look whether this is right: “${word}”`}. If it is not, save the file as UTF-8 in your editor.`,
  }
}
