/** Which journeys and whole programs tell of a file of the product, beside the tests that import it. */

/** The first that matches a path counts. */
const TOLD: readonly [RegExp, readonly string[]][] = [
  [/updates/, ['journeys/updates']],
  [/sticks|drives|save-file/, ['journeys/sticks']],
  [/^electron\/(commands|cli|start|publish)/, ['station/terminal', 'station/start']],
  [/^electron\/desktop\/.*(print|second-screen|wall)/, ['journeys/silent-print', 'journeys/wall-beside']],
  [/^electron\/desktop/, ['desktop/security', 'journeys/desktop', 'journeys/locked-data']],
  [/^electron\/(serve|pages)/, ['journeys/set-up', 'journeys/change-feed']],
  [/badges|badge-|printing|print-sheet/, ['journeys/badges', 'journeys/silent-print']],
  [/roll-call/, ['journeys/roll-call', 'station/roll-call']],
  [/paper/, ['journeys/paper']],
  [/import/, ['journeys/import', 'journeys/organiser']],
  [/attendance|numbers|arrivals/, ['journeys/attendance', 'journeys/desk']],
  [/self-service/, ['journeys/self-service']],
  [/camera|qr-/, ['journeys/camera']],
  [/scan/, ['journeys/scanner', 'journeys/rush']],
  [/draft/, ['journeys/drafts']],
  [/who-page|whole-name|find-words|for-anyone/, ['journeys/whole-name', 'contract/stranger']],
  [/sign-in/, ['journeys/desk', 'journeys/scanner', 'journeys/rush', 'journeys/day']],
  [/pledge/, ['journeys/pledges', 'journeys/day']],
  [/workshop|timescale/, ['journeys/workshop', 'journeys/day']],
  [/wall/, ['journeys/wall-beside']],
  [/warnings/, ['journeys/warnings']],
  [/setup|staff|unseal|rehearsal/, ['journeys/set-up', 'journeys/locked-data', 'journeys/drafts']],
  [/database|journal/, ['journeys/set-up', 'station/kill']],
  [/organiser|plan|workbook|export/, ['journeys/organiser', 'journeys/day']],
]
const ANY = ['journeys/set-up', 'journeys/day']

/** Files from the top folder. */
export const testsOf = (path: string): string[] =>
  (TOLD.find(([matches]) => matches.test(path))?.[1] ?? ANY).map((name) => `test/${name}.test.ts`)
