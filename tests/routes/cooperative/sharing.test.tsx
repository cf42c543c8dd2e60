import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { requirePurchaseOrder } from '#app/domain/shelf-orders/cooperative-queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { ShareOrder } from '#app/routes/cooperative/share-order.tsx'
import { ShareLink } from '#app/routes/share-link.tsx'
import { anOrderWith } from '#tests/support/notices.ts'

/** The label and the text of every link, as WhatsApp is given them. */
function linksIn(html: string) {
  return [...html.matchAll(/<a [^>]*href="([^"]+)"[^>]*>(?:<svg.*?<\/svg>)?([^<]*)/g)].map(
    ([, href = '', label]) => {
      const url = new URL(href.replaceAll('&amp;', '&'))
      return { to: url.origin + url.pathname, text: url.searchParams.get('text'), label }
    },
  )
}

test('a text reaches WhatsApp as it was written, whatever is in it', () => {
  const text = 'Keripik 100% & "pedas" #1\n+ sambal: https://rak.example/a?b=c&d=1'
  const html = renderToStaticMarkup(<ShareLink text={text} phone="+62 812-0000-0001" />)
  expect(linksIn(html)).toEqual([{ to: 'https://wa.me/6281200000001', text, label: 'Kirim lewat WhatsApp' }])
  expect(html).toContain('rel="noreferrer"')
})

test('an order that waits is told to the member who makes it and to a colleague; answered, to the member alone', async () => {
  const { officer, order } = await anOrderWith()
  const shown = async () => {
    const asked = await requirePurchaseOrder(db, officer, order.id)
    return {
      asked,
      links: linksIn(renderToStaticMarkup(<ShareOrder order={asked} url="https://rak.example/po" />)),
    }
  }
  const { asked, links } = await shown()
  const [{ producerName, name } = { producerName: '', name: '' }] = asked.lines
  expect(links.map(({ label }) => label)).toEqual([`Tanya ${producerName}`, 'Minta pengurus lain menjawab'])
  expect(links[0]?.text).toContain(name)
  expect(links[0]?.text).toContain(order.number)
  expect(links[1]?.text).toContain('https://rak.example/po')
  // Nobody's name, number or price.
  for (const { text } of links) expect(text).not.toMatch(new RegExp(`${officer.personName}|\\+62|Rp`))

  await db.purchaseOrderLine.updateMany({ data: { status: 'accepted' } })
  await db.purchaseOrder.updateMany({ data: { status: 'accepted', answeredAt: new Date() } })
  expect((await shown()).links.map(({ label }) => label)).toEqual([`Kabari ${producerName}`])
})
