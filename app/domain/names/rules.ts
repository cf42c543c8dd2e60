/** What the one box finds beside products, in the order in which it is offered. */
export const nameKinds = ['category', 'village', 'cooperative', 'producer', 'store'] as const
export type NameKind = (typeof nameKinds)[number]

/** Those that are somebody or somewhere. */
export const placeKinds = nameKinds.filter((kind) => kind !== 'category')

/** One of them, as it is called now. `note` says where it is or whose it is; it may be empty. */
export type FoundName = { kind: NameKind; slug: string; name: string; note: string; products: number }
