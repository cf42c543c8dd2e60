/** What a browser loads for a page before any picture, as bytes on the wire: the page, styles, the font and scripts. */
export async function weigh(url: string) {
  const html = await packed(url)
  const links = [...html.text.matchAll(/<link[^>]+>/g)].map(([tag]) => tag)
  const hrefs = (rel: RegExp) =>
    links.filter((tag) => rel.test(tag)).flatMap((tag) => /href="([^"]+)"/.exec(tag)?.[1] ?? [])
  const scripts = [...html.text.matchAll(/<script[^>]+src="([^"]+)"/g)].flatMap(([, src]) => src ?? [])
  const sum = async (paths: string[]) => {
    let bytes = 0
    for (const path of new Set(paths)) bytes += (await packed(new URL(path, url).href)).bytes
    return bytes
  }
  const styles = await sum(hrefs(/rel="stylesheet"/))
  const font = await sum(hrefs(/as="font"/))
  const script = await sum(scripts)
  return { html: html.bytes, styles, font, script, total: html.bytes + styles + font + script }
}

// fetch unpacks what it reads; the length that was sent is in the headers.
async function packed(url: string): Promise<{ text: string; bytes: number }> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'br, gzip' } })
  if (!response.ok) throw new Error(`${url} answers ${response.status}`)
  const text = await response.text()
  return { text, bytes: Number(response.headers.get('content-length') ?? Buffer.byteLength(text)) }
}
