/** The page that is shown where the app’s own page cannot stay: what to do, in plain HTML that needs no script. */
import { type Page, SAFE_HEADERS } from '../pages.ts'

export const HELP_PATH = '/needs-help'
const STYLE_PATH = '/needs-help.css'
/** After so long it tries again by itself: nobody may be standing there. Seconds. */
const AGAIN = 60

const style = `body { margin: 0; background: #fbf7ef; color: #22302a; font: 1.5rem/1.5 sans-serif }
main { max-width: 34rem; margin: 12vh auto; padding: 0 2rem }
h1 { font-size: 2.25rem; line-height: 1.2 }
li { margin: .5rem 0 }
a { display: inline-block; margin-top: 1.5rem; padding: .9rem 1.8rem; border-radius: .5rem; background: #17563c; color: #fff }
a:focus { outline: 4px solid #e8a33d; outline-offset: 3px }
`

const page = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${AGAIN};url=/">
<title>This tablet needs a hand – Pledge Kiosk</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<main>
<h1>This tablet needs a hand</h1>
<p>The page closed by itself several times. Everything that was saved is safe on this tablet.</p>
<ol>
<li>Touch “Try again”. It also tries by itself once a minute.</li>
<li>If this page comes back, restart the tablet.</li>
<li>If it still comes back, use another tablet, and tell whoever looks after the tablets.</li>
</ol>
<a href="/" autofocus>Try again</a>
</main>
</body>
</html>
`

/** The built pages, and this one beside them. */
export function withHelp(built: (path: string) => Page | null): (path: string) => Page | null {
  const plain = (text: string, media: string): Page => ({
    body: new TextEncoder().encode(text),
    headers: { ...SAFE_HEADERS, 'content-type': `${media}; charset=utf-8`, 'cache-control': 'no-store' },
  })
  return (path) => {
    if (path === HELP_PATH) return plain(page, 'text/html')
    if (path === STYLE_PATH) return plain(style, 'text/css')
    return built(path)
  }
}
