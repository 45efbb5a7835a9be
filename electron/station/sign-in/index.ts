/** Sign-in: delegates, their attendance, and their import. */
export { signInCalls } from './calls.ts'
export { signInPart } from './facts.ts'
export { createSignInDesk, type SignInDesk } from './sign-in.ts'
