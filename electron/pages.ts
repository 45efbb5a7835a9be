/** The built pages and the headers that go with every one of them: the same for both hosts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export type Page = { body: Uint8Array<ArrayBuffer>; headers: Record<string, string> }

const MEDIA: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  // Only with this media type is it compiled while it is still being read.
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

/**
 * Nothing from anywhere else, no inline script or style, no frames. `data:` and `blob:` only for pictures we draw ourselves.
 * `wasm-unsafe-eval` is for the reader of QR codes before the camera, which is WebAssembly: it lets code of that kind be
 * compiled, if it comes from here (`connect-src`), and still no `eval` of script. The reader works in a worker of its own.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Sent with every response, also with refusals. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
}

/**
 * The built pages in `folder`. A path is looked up in the list of what was built, so it can never reach outside;
 * a path without an ending is one of the app's own and gets its only page. Null where there is nothing.
 */
export function createPages(folder: string): (path: string) => Page | null {
  const built = new Set(
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
          entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/')] : [],
        )
      : [],
  )
  return (path) => {
    const wanted = extname(path) === '' ? '/index.html' : path
    if (!built.has(wanted)) return null
    return {
      body: new Uint8Array(readFileSync(join(folder, wanted))),
      headers: {
        ...SAFE_HEADERS,
        'content-type': MEDIA[extname(wanted)] ?? 'application/octet-stream',
        // Built files carry a hash of their contents in their name; the page itself does not.
        'cache-control': wanted.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
      },
    }
  }
}
