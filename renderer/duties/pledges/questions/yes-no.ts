/** A yes or no that may not have been said yet, as the answers of a list. */
export const yesNo = (answer: boolean | null) => (answer === null ? null : answer ? 'yes' : 'no')
