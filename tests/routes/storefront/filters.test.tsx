import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { noCounts } from '#app/domain/search/engine.ts'
import { optionsOf } from '#app/routes/search/facet-options.ts'
import { catalogueUrl, readChoice } from '#app/routes/search-choice.ts'
import { FilterForm } from '#app/routes/storefront/filters.tsx'

const names = {
  categories: [
    { slug: 'makanan', name: 'Makanan', parentSlug: null },
    { slug: 'keripik', name: 'Keripik', parentSlug: 'makanan' },
  ],
  villages: [{ slug: 'beji', name: 'Beji', districtSlug: 'junrejo' }],
  districts: [{ slug: 'junrejo', name: 'Junrejo' }],
  cooperatives: [{ slug: 'kdmp-beji', name: 'KDMP Beji' }],
  stores: Array.from({ length: 30 }, (_, i) => ({ slug: `toko-${i}`, name: `Toko ${i}` })),
}
const place = { kind: 'desa', slug: 'beji', name: 'Beji', lat: -7.9, lon: 112.5 } as const
const here = { kind: 'here', slug: null, name: '', lat: -7.867, lon: 112.524 } as const

/** What a browser without JavaScript sends for this form as it stands. */
function sent(html: string): URLSearchParams {
  const params = new URLSearchParams()
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  for (const [tag] of html.matchAll(/<input[^>]*>|<select.*?<\/select>/g)) {
    const isUnticked = tag.includes('type="checkbox"') && !tag.includes('checked=""')
    const chosen = /<option[^>]*selected=""[^>]*>/.exec(tag)?.[0] ?? tag
    if (!isUnticked) params.append(attribute(tag, 'name'), attribute(chosen, 'value'))
  }
  return params
}

test.for([
  ['', null],
  ['q=kripik+%22apel%22&urut=termurah', null],
  ['jenis=keripik&desa=beji&kecamatan=junrejo&simpan=dingin&sertifikat=halal&sertifikat=pirt', null],
  ['gerai=toko-3&gerai=toko-29&koperasi=kdmp-beji&syarat=ready&isi-karton=13-24&tahan=lebih-6-bulan', null],
  ['harga=10-25rb&dari=12500&sampai=20000', null],
  ['minimal-karton=2&siap-hari=3&tahan-hari=90', null],
  ['dekat=beji&jarak=20', place],
  ['dekat=-7.867,112.524', here],
  ['dekat=toko-1', { ...place, kind: 'store', slug: 'toko-1', name: 'Toko 1' }],
] as const)('sent as it stands, the form asks for the same again: %s', ([search, near]) => {
  const choice = readChoice(new URLSearchParams(search))
  const options = optionsOf(choice, names, noCounts())

  const html = renderToStaticMarkup(
    <FilterForm
      choice={choice}
      names={names}
      options={options}
      place={near}
      cheapest={9_500n}
      dearest={null}
    />,
  ).replaceAll('&quot;', '%22')

  const asked = readChoice(
    new URLSearchParams(decodeURIComponent(sent(html).toString().replaceAll('%2522', '%22'))),
  )
  expect(catalogueUrl(asked)).toBe(catalogueUrl(choice))
})

test('another page of the results is not asked for when the filters change', () => {
  const choice = readChoice(new URLSearchParams('q=apel&setelah=1~prd_1'))
  const html = renderToStaticMarkup(
    <FilterForm
      choice={choice}
      names={names}
      options={optionsOf(choice, names, noCounts())}
      place={null}
      cheapest={null}
      dearest={null}
    />,
  )
  expect(sent(html).has('setelah')).toBe(false)
})
