/** What is said where a PIN or a passphrase did not open what it was given for. Pure. */

export type NotOpened = { code: 'wrong'; left: number } | { code: 'wait'; seconds: number }

/** `name` is what it is called in a sentence, like “steward PIN”. */
export const notOpenedWords = (answer: NotOpened, name: string): string =>
  answer.code === 'wait'
    ? `Too many wrong tries. Wait ${waitInWords(answer.seconds)}, then try again.`
    : `That is not the ${name}. ${answer.left} more ${answer.left === 1 ? 'try' : 'tries'} before a pause.`

const waitInWords = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
