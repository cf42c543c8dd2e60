// A size at the end of a name: `100 g`, `250 ml`, `6 x 250 ml`, `100 x 150 cm`.
const sizeAtEnd =
  /[\s,]+\(?\d[\d.,]*(?:\s?x\s?\d[\d.,]*)*\s?(?:g|gr|gram|kg|ml|cc|l|lt|liter|mm|cm|m|pcs|lembar|butir|sachet)\)?$/i

/**
 * What one pack of a product is called where packs stand beside each other. The first is called as its product; the others
 * say their own content, in place of the size with which the product's name ends.
 */
export const packName = (pack: { name: string; netContent: string; position: number }): string =>
  pack.position === 0 ? pack.name : `${pack.name.replace(sizeAtEnd, '')} ${pack.netContent}`
