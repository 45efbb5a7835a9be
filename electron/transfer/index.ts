/** What carries facts from one tablet to another, and knows no station: keys, certificates, bundles. */
export {
  type Certificate,
  certificateSchema,
  isCertified,
  signCertificate,
  signTicket,
  type Ticket,
} from './certificate.ts'
export {
  eventKeysFrom,
  isSignedStatement,
  type Keys,
  makeSealingKeys,
  makeSigningKeys,
  sealingKeysFrom,
  signStatement,
} from './keys.ts'
export type { Invitation } from './manifest.ts'
export { bundleFile } from './bundle-file.ts'
export { BundleError, type BundleProblem, type BundleSource, openBundle, type OpenedBundle } from './open-bundle.ts'
export { writeBundle } from './write-bundle.ts'
