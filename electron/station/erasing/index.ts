/** Erasing: a person who asks to be forgotten, everywhere on this station. */
export { createEraser } from './eraser.ts'
export { everErased, rememberingErased, toEraseAgain } from './erased.ts'
