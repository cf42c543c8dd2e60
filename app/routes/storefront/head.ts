import type { MetaDescriptor } from '@remix-run/react'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'

/** What search engines and chat apps are told about a page. `origin` is null where the site does not know its address. */
export type Head = {
  title: string
  description: string
  path: string
  origin: string | null
  imageHash?: string | undefined
}

/** Title, description, canonical address and Open Graph. A page that is not there has none. */
export function headTags(head: Head | undefined): MetaDescriptor[] {
  if (!head) return []
  const { title, description, path, origin, imageHash } = head
  const graph = {
    title,
    description,
    type: 'website',
    locale: 'id_ID',
    site_name: t('app.name'),
    ...(origin && { url: origin + path }),
    ...(origin && imageHash && { image: origin + paths.media(imageHash, 640, 'jpeg') }),
  }
  return [
    { title: path === paths.home ? title : say({ key: 'shop.title', title }) },
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: (origin ?? '') + path },
    ...Object.entries(graph).map(([name, content]) => ({ property: `og:${name}`, content })),
  ]
}
