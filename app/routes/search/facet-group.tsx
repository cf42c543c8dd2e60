import type { ReactNode } from 'react'
import { say } from '#app/messages/say.ts'
import type { Option } from './facet-options.ts'

const shownAtOnce = 8
const isInUse = ({ isChosen, parts }: Option): boolean => isChosen || parts.some((part) => part.isChosen)

type FoldProps = { legend: string; isOpen: boolean; children: ReactNode }

/** A group of the filters that can be folded, and is when it is not one of the first. */
export function Fold({ legend, isOpen, children }: FoldProps) {
  return (
    <details className="facet" open={isOpen}>
      <summary>{legend}</summary>
      <fieldset aria-label={legend}>{children}</fieldset>
    </details>
  )
}

type FacetGroupProps = { legend: string; options: Option[]; isOpen?: boolean; partsKey?: PartsKey }

/** The values of one facet to tick; open when it is one of the first, or when one is chosen. */
export function FacetGroup({ legend, options, isOpen = false, partsKey }: FacetGroupProps) {
  if (options.length === 0) return null
  return (
    <Fold legend={legend} isOpen={isOpen || options.some(isInUse)}>
      <Boxes options={options} partsKey={partsKey} />
    </Fold>
  )
}

type PartsKey = 'filter.kinds_in' | 'filter.villages_in'

/** Boxes to tick; when there are many, the rest is folded, and so are the parts of each. */
export function Boxes({ options, partsKey }: { options: Option[]; partsKey?: PartsKey | undefined }) {
  const first = options.length > shownAtOnce + 2 ? options.slice(0, shownAtOnce) : options
  const rest = options.slice(first.length)
  return (
    <>
      <ul>
        {first.map((option) => (
          <Box key={option.value} option={option} partsKey={partsKey} isAlone={options.length <= 2} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className="rest" open={rest.some(isInUse)}>
          <summary>{say({ key: 'shop.filter_more', count: rest.length })}</summary>
          <ul>
            {rest.map((option) => (
              <Box key={option.value} option={option} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

type BoxProps = { option: Option; partsKey?: PartsKey | undefined; isAlone?: boolean }

function Box({ option, partsKey, isAlone = false }: BoxProps) {
  const { field, value, name, note, count, isChosen, parts } = option
  return (
    <li>
      <label>
        <input type="checkbox" name={field} value={value} defaultChecked={isChosen} />
        <span>
          {name} {note && <small className="quiet">{note}</small>}
        </span>
        <span className="numbers quiet">{count}</span>
      </label>
      {partsKey && parts.length > 0 && (
        <Parts summary={say({ key: partsKey, count: parts.length })} whole={option} isFolded={!isAlone} />
      )}
    </li>
  )
}

type PartsProps = { summary: string; whole: Option; isFolded: boolean }

/** The parts of a box, each a box; folded where there are several wholes and none of the parts is in use. */
function Parts({ summary, whole, isFolded }: PartsProps) {
  const list = (
    <ul>
      {whole.parts.map((part) => (
        <Box key={part.value} option={part} />
      ))}
    </ul>
  )
  if (!isFolded) return <div className="parts">{list}</div>
  return (
    <details className="parts" open={isInUse(whole)}>
      <summary>
        <span>
          {summary}
          <span className="visually-hidden">{say({ key: 'filter.in', name: whole.name })}</span>
        </span>
      </summary>
      {list}
    </details>
  )
}
