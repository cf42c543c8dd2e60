import type { Content } from '#app/domain/proposals/content.ts'
import { say, t } from '#app/messages/say.ts'
import { contentRows, type Names } from './content-text.ts'
import { type Section, sections } from './cooperative/product-form/typed.ts'

type ContentTableProps = {
  caption: string
  content: Content
  names: Names
  /** Which fields are shown; all that say something when it is left out. */
  isShown?: (field: keyof Content) => boolean
  /** What stands at the barcode. */
  barcode?: string
}

const order = ['price', 'product', 'pack', 'carton', 'permit', 'stock', 'story'] as const satisfies Section[]

/** What a product says, in the parts in which it was typed; prices first, because they are agreed upon. */
export function ContentTable({ caption, content, names, isShown = () => true, barcode }: ContentTableProps) {
  const rows = contentRows(content, names).filter(({ text, field }) => text && isShown(field))
  const isWhole = measures.every((field) => rows.some((row) => row.field === field))
  return (
    <table className="table contents">
      <caption className="visually-hidden">{caption}</caption>
      {order.map((section) => {
        const fields: readonly string[] = fieldsOf(section)
        const some = rows.filter(({ field }) => fields.includes(field))
        if (some.length === 0) return null
        return (
          <tbody key={section}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                {t(`product.section.${section}`)}
              </th>
            </tr>
            {some.map(({ field, label, text }) => {
              if (isWhole && (field === 'heightMm' || field === 'depthMm')) return null
              const isSize = isWhole && field === 'widthMm'
              return (
                <tr key={field}>
                  <th scope="row">{isSize ? t('product.size') : label}</th>
                  <td className={field === 'story' ? 'story' : undefined}>
                    {isSize ? sizeOf(content) : field === 'gtin' ? (barcode ?? text) : text}
                  </td>
                </tr>
              )
            })}
          </tbody>
        )
      })}
    </table>
  )
}

const measures = ['widthMm', 'heightMm', 'depthMm'] as const

function fieldsOf(section: Section): readonly string[] {
  if (section === 'product') return ['producerId', ...sections.product]
  return section === 'pack' ? [...sections.pack, 'stackable'] : sections[section]
}

const sizeOf = ({ widthMm, heightMm, depthMm }: Content): string =>
  say({ key: 'product.size_of', width: widthMm ?? 0, height: heightMm ?? 0, depth: depthMm ?? 0 })
