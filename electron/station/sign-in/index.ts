/** Sign-in: delegates, their attendance, and their import. */
export { signInPart } from './facts.ts'
export { createSignInDesk } from './sign-in.ts'
