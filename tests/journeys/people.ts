import type { BrowserContext, Page } from 'playwright-core'
import {
  errorsOf,
  expectNoAxeViolations,
  openBrowser,
  type screens,
  screenshot,
} from '#tests/support/browser.ts'

/** Somebody at a screen of their own: what they open is looked at by axe and kept as a picture. */
export type Person = {
  page: Page
  errors: string[]
  /** Looks at the page as it is now. */
  look(name: string): Promise<void>
  close(): Promise<void>
}

export async function aPerson(
  screen: keyof typeof screens,
  { site, email, withoutScripts = false }: { site: string; email?: string; withoutScripts?: boolean },
): Promise<Person> {
  const { context, close } = await openBrowser(screen)
  if (withoutScripts) await refuseScripts(context)
  const page = await context.newPage()
  const errors = errorsOf(page)
  if (email) await signIn(page, site, email)
  return {
    page,
    errors,
    close,
    async look(name) {
      await screenshot(page, name)
      await expectNoAxeViolations(page)
    },
  }
}

const refuseScripts = (context: BrowserContext) =>
  context.route(/\.(js|ts|tsx)(\?|$)/, (route) => route.abort())

async function signIn(page: Page, site: string, email: string): Promise<void> {
  await page.goto(`${site}/masuk`)
  await page.getByLabel('Nomor HP atau e-mail').fill(email)
  await page.getByLabel('Kata sandi').fill('rak-lokal')
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/masuk'))
}
