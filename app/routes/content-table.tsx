import type { Content } from '#app/domain/proposals/content.ts'
import type { VariantContent } from '#app/domain/proposals/variant-content.ts'
import { say, t } from '#app/messages/say.ts'
import { type Names, productRows, sizeName, type TextRow, variantRows } from './content-text.ts'
import { type Section, sections } from './cooperative/product-form/typed.ts'

type ContentTableProps = {
  caption: string
  content: Content
  names: Names
  /** Which fields are shown; all that say something when it is left out. A pack's come with its place. */
  isShown?: (field: string, at: number | null) => boolean
  /** What stands at a pack's barcode. */
  barcodeOf?: (variant: VariantContent) => string | undefined
}

/** What a product says: of itself, and then pack by pack, prices first, because they are agreed upon. */
export function ContentTable({
  caption,
  content,
  names,
  isShown = () => true,
  barcodeOf,
}: ContentTableProps) {
  const { variants } = content
  const product = productRows(content, names).filter(({ text, field }) => text && isShown(field, null))
  return (
    <table className="table contents">
      <caption className="visually-hidden">{caption}</caption>
      {(['product', 'permit', 'story'] as const).map((section) => (
        <Part key={section} title={t(`product.section.${section}`)} rows={among(product, section)} />
      ))}
      {variants.map((variant, at) => {
        const rows = variantRows(variant)
          .filter(({ text, field }) => text && isShown(field, at) && (field !== 'isEnded' || variant.isEnded))
          .map((row) => (row.field === 'gtin' ? { ...row, text: barcodeOf?.(variant) ?? row.text } : row))
        const title =
          variants.length > 1
            ? say({ key: variant.isEnded ? 'review.size_ended' : 'review.size', name: sizeName(variant) })
            : t('product.section.pack')
        const sized = withSize(rows, variant)
        const ordered = order.flatMap((section) => among(sized, section))
        return <Part key={at} title={title} rows={ordered} />
      })}
    </table>
  )
}

const order = ['price', 'product', 'pack', 'carton', 'stock'] as const satisfies Section[]

function Part({ title, rows }: { title: string; rows: TextRow<string>[] }) {
  if (rows.length === 0) return null
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2}>
          {title}
        </th>
      </tr>
      {rows.map(({ field, label, text }) => (
        <tr key={field}>
          <th scope="row">{label}</th>
          <td className={field === 'story' ? 'story' : undefined}>{text}</td>
        </tr>
      ))}
    </tbody>
  )
}

function among<Field extends string>(rows: TextRow<Field>[], section: Section): TextRow<Field>[] {
  const fields: readonly string[] = [...sections[section], ...(extra[section] ?? [])]
  return rows.filter(({ field }) => fields.includes(field))
}

// What stands in the form without being asked for.
const extra: Partial<Record<Section, string[]>> = {
  product: ['producerId'],
  pack: ['stackable'],
  price: ['breaks', 'isEnded'],
}
const measures: string[] = ['widthMm', 'heightMm', 'depthMm']

// Three measures that are all shown are one size.
function withSize(
  rows: TextRow<string>[],
  { widthMm, heightMm, depthMm }: VariantContent,
): TextRow<string>[] {
  if (rows.filter(({ field }) => measures.includes(field)).length < 3) return rows
  const size = { width: widthMm ?? 0, height: heightMm ?? 0, depth: depthMm ?? 0 }
  return rows.flatMap((row) => {
    if (row.field === 'widthMm')
      return [{ ...row, label: t('product.size'), text: say({ key: 'product.size_of', ...size }) }]
    return measures.includes(row.field) ? [] : [row]
  })
}
