import type { Content } from './content.ts'

/** The fields in which a change differs from what is published; of a new product every one that is filled. */
export function changedFields(published: Content | null, proposed: Content): (keyof Content)[] {
  return (Object.keys(proposed) as (keyof Content)[]).filter((field) =>
    published ? published[field] !== proposed[field] : proposed[field] !== null && proposed[field] !== '',
  )
}
