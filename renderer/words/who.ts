/** Who said or will do something, in one order everywhere: the person, where they work, and for whom. Pure. */

type Who = { name: string; area: string; organisation: string }

/** “Ewa Kaur, Leisure, Solihull Council”; what is empty, or said already, has no part. Empty where nobody is named. */
export const whoInOrder = ({ name, area, organisation }: Who): string =>
  [...new Set([name, area, organisation])].filter(Boolean).join(', ')
