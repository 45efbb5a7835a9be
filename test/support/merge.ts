/** How a test carries what one tablet knows to another, until tablets carry it themselves. */
export { mergeFacts } from '../../electron/station/journal/merge.ts'
