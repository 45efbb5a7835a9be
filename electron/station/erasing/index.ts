/** Erasing: a person who asks to be forgotten, everywhere on this station. */
export { createEraser } from './eraser.ts'
export { everErased, rememberErased, rememberingErased, toEraseAgain } from './erased.ts'
export { createNaming } from './naming.ts'
