/** Crockford's base-32 alphabet: digits and capital letters that people can read out, write down and type back. */

/** No I, L, O (they look like digits) and no U. Source: D. Crockford, “Base 32”, https://www.crockford.com/base32.html */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Capital letters, with the letters that are taken for digits turned into them: O is 0, I and L are 1. */
export const readCrockford = (text: string): string => text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
