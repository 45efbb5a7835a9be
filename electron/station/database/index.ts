/** The station's database: opening, backing up, putting back. */
export { type Backup, copyTo, isSoundCopy, listBackups, pathOfBackup, takeBackup } from './backup.ts'
export { type KeyKeeper, keyFile } from './key.ts'
export { shippedMigrations } from './migrate.ts'
export { databasePath, openDatabase } from './open.ts'
export { refusalOf, StorageRefused } from './refusal.ts'
export { unlockWith } from './unlock.ts'
