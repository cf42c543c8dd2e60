import { existsSync } from 'node:fs'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser for journeys: the one of `CHROMIUM_PATH`, or one that is installed where they are. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : undefined
  return usual.find((path) => existsSync(path))
}

/** What to do without one. */
export function howToGetABrowser(): string {
  const named = process.env.CHROMIUM_PATH
  if (named) return `CHROMIUM_PATH names ${named}, which is not there.`
  const install =
    process.platform === 'linux'
      ? 'apt-get install chromium (or set CHROMIUM_PATH)'
      : 'install Chrome, or set CHROMIUM_PATH'
  return `Journeys need Chromium or Chrome: ${install}.`
}
