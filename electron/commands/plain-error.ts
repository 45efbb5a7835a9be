/** What the system says of files and ports, as a sentence that says what to do. */

type SystemError = Error & { code: string; path?: string; dest?: string; port?: number }

const isOfSystem = (error: unknown): error is SystemError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

const SENTENCES: Readonly<Record<string, (what: string) => string>> = {
  ENOENT: (what) => `There is no ${what}. Check its name, and the folder it is in.`,
  ENOTDIR: (what) => `There is no ${what}: part of its path is a file, not a folder. Check it.`,
  EISDIR: (what) => `The ${what} is a folder. Name a file in it.`,
  EEXIST: (what) => `There is a ${what} already. Choose another name.`,
  EACCES: (what) => `The ${what} may not be used by you. Choose another, or ask whoever looks after this computer.`,
  EPERM: (what) => `The ${what} may not be used by you. Choose another, or ask whoever looks after this computer.`,
  EROFS: (what) => `The ${what} is on a disk that may only be read. Choose another place.`,
  ENOSPC: (what) => `There is no room left on the disk for the ${what}. Free some space, or choose another disk.`,
  EMFILE: () => 'This computer has too many files open. Close other programs, and try again.',
  EADDRINUSE: (what) => `The ${what} is in use by another program. Choose another with --port, or leave --port out.`,
  EADDRNOTAVAIL: (what) => `The ${what} cannot be used on this computer. Choose another with --port.`,
}

/** Null where it is no such error. */
export function plainError(error: unknown): string | null {
  if (!isOfSystem(error)) return null
  const { code, path, dest, port } = error
  const what = port === undefined ? `file or folder “${dest ?? path ?? '?'}”` : `port ${port}`
  return SENTENCES[code]?.(what) ?? null
}
