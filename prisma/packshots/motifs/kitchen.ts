import { type Colours, ellipse, line, ring, scatter, shape } from './drawing.ts'

/** What is cooked, roasted, brewed or baked. */
export const kitchen = {
  tempe: (c: Colours) => {
    let s = `<g><rect x="-48" y="-40" width="96" height="80" rx="10" fill="${c.light}"/>`
    for (let y = 0; y < 5; y++)
      for (let x = 0; x < 5 - (y % 2); x++)
        s += ellipse(
          -36 + x * 18 + (y % 2) * 9,
          -30 + y * 15,
          7.6,
          5.6,
          (x + y * 2) % 3 ? c.main : c.second,
          ((x * 47 + y * 31) % 70) - 35,
        )
    return `${s}</g>`
  },
  coffee: (c: Colours) => ellipse(0, 0, 31, 47, c.main) + line('M4-45C-16-18 16 16-4 45', c.light, 4.5),
  ginger: (c: Colours) =>
    `<g fill="${c.main}"><ellipse cx="-4" cy="8" rx="34" ry="19" transform="rotate(-18)"/><ellipse cx="22" cy="-26" rx="12" ry="21" transform="rotate(24 22 -26)"/><ellipse cx="-24" cy="-10" rx="11" ry="20" transform="rotate(-24 -24 -10)"/><ellipse cx="34" cy="12" rx="15" ry="12"/><ellipse cx="-8" cy="32" rx="11" ry="17"/></g>` +
    ellipse(28, -42, 7, 5, c.light, 24) +
    ellipse(-31, -26, 6, 4.4, c.light, -24) +
    ellipse(44, 12, 5, 8, c.light) +
    line('M-22 10Q-18 18-20 26M-4 0Q0 10-2 20M14-6Q18 4 16 12', c.dark, 2),
  rice: (c: Colours) =>
    line('M-10 50C-6 20 0-10 22-44', c.dark, 2.6) +
    [0, 1, 2, 3, 4]
      .map(
        (i) =>
          ellipse(-22 + i * 8, 24 - i * 17, 5, 11, c.main, -30) +
          ellipse(8 + i * 7, 26 - i * 17, 5, 11, c.second, 60),
      )
      .join('') +
    ellipse(25, -46, 5, 10, c.main, 30),
  honey: (c: Colours) =>
    scatter(
      [
        [0, 0],
        [0, -35],
        [30, -17],
        [30, 17],
        [0, 35],
        [-30, 17],
        [-30, -17],
      ],
      (x, y, i) =>
        shape(
          `M${x - 17.5} ${y}L${x - 9} ${y - 15}H${x + 9}L${x + 17.5} ${y}L${x + 9} ${y + 15}H${x - 9}Z`,
          i % 3 === 1 ? c.light : i % 3 ? c.main : c.second,
        ),
    ),
  cheese: (c: Colours) =>
    ellipse(0, 0, 46, 44, c.light) +
    shape('M0 0L44-14A46 44 0 0 1 33 31Z', c.main) +
    line('M-24-14Q-14-28 4-28', c.main, 3),
  pia: (c: Colours) =>
    ellipse(0, 0, 47, 45, c.second) +
    ellipse(0, -2, 45, 41, c.light) +
    ellipse(0, -3, 31, 27, c.main) +
    ring(6, (r) => `<g transform="translate(0 -3) rotate(${r})">${ellipse(0, -13, 2.6, 6, c.light)}</g>`),
  spice: (c: Colours) =>
    ring(
      8,
      (r) =>
        `<g transform="rotate(${r})">${shape('M0-7C-10-16-8-36 0-49C8-36 10-16 0-7Z', c.main)}${ellipse(0, -26, 2.8, 5.6, c.light)}</g>`,
    ) + ellipse(0, 0, 8, 8, c.second),
  caramel: (c: Colours) =>
    [
      [-22, -22, -12],
      [24, -14, 16],
      [-12, 24, 10],
      [32, 30, -18],
    ]
      .map(
        ([x, y, r]) =>
          `<g transform="translate(${x} ${y}) rotate(${r})"><rect x="-18" y="-16" width="36" height="32" rx="6" fill="${c.main}"/><path d="M-18-4Q0-12 18-4V-10Q18-16 12-16H-12Q-18-16-18-10Z" fill="${c.second}"/></g>`,
      )
      .join(''),
}
