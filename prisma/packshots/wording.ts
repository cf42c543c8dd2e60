const net = /\s(isi \d+(?: tangkai)?|(?:\d+ x )?\d+ (?:g|kg|ml|L|cm))$/
const kinds =
  /^(Keripik|Sari|Selai|Madu|Kopi|Teh|Sambal|Susu|Yoghurt|Manisan|Dodol|Jenang|Permen|Cuka|Wedang|Jamu|Abon|Stik|Keju|Batik|Sabun|Cake|Brownies|Nastar|Pia|Paket) /

/** A product's name as its label sets it: the kind small, the title large, what is inside below. */
export type Wording = { kind: string; title: string; net: string }

export function wordingOf(name: string): Wording {
  const inside = name.match(net)?.[1] ?? ''
  const rest = name
    .replace(net, '')
    .replace(/ (Segar|Dus|Botol|Cup|Beku)$/, '')
    .replace(/ (Botol|Cup|Dus)(?= )/, '')
  const kind = rest.match(kinds)?.[1] ?? ''
  return { net: inside.replace(' x ', ' × '), kind, title: rest.slice(kind.length).trim() }
}
