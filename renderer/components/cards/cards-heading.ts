/** Headings of the pages about cards. Pure, and apart: the pages come when they are wanted. */

/** The heading of the page at this address. */
export const cardsHeading = (path: string): string =>
  path.endsWith('/enter')
    ? 'Enter pledge cards'
    : path.endsWith('/sheets')
      ? 'Enter action sheets'
      : 'Print cards and sheets'
