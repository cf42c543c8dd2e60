import { type Colours, ellipse, line, ring, scatter, shape } from './drawing.ts'

const appleOutline =
  'M0-33C-11-45-46-44-46-6C-46 26-22 46-9 46C-4 46-4 43 0 43C4 43 4 46 9 46C22 46 46 26 46-6C46-44 11-45 0-33Z'

/** Fruit, whole and cut. */
export const fruit = {
  apple: (c: Colours) =>
    line('M0-32C0-40 2-46 6-51', c.dark, 4) +
    shape('M5-42C12-58 32-60 40-56C35-42 18-36 5-42Z', c.second) +
    shape(appleOutline, c.main) +
    `<g transform="scale(.86) translate(0 1)">${shape(appleOutline, c.light)}</g>` +
    shape('M0-14C-17-10-17 18 0 25C17 18 17-10 0-14Z', 'none', ` stroke="${c.main}" stroke-width="1.8"`) +
    ellipse(-6, 5, 3, 6.5, c.dark, 12) +
    ellipse(6, 5, 3, 6.5, c.dark, -12),
  slice: (c: Colours) =>
    ellipse(0, 0, 47, 46, c.main) +
    ellipse(0, 0, 42, 41, c.light) +
    ring(
      5,
      (r) =>
        `<g transform="rotate(${r})">${ellipse(0, -13, 4.6, 10, c.main)}${ellipse(0, -13, 1.8, 4.4, c.dark)}</g>`,
    ),
  strawberry: (c: Colours) =>
    shape('M0 50C-32 34-46 6-41-13C-36-30-14-33 0-25C14-33 36-30 41-13C46 6 32 34 0 50Z', c.main) +
    scatter(
      [
        [-24, -6],
        [0, -8],
        [24, -6],
        [-13, 8],
        [13, 8],
        [-23, 17],
        [0, 22],
        [23, 17],
        [-9, 34],
        [10, 34],
      ],
      (x, y) => ellipse(x, y, 2, 3.4, c.light),
    ) +
    ring(
      5,
      (r) =>
        `<g transform="translate(0 -27) rotate(${r + 36})">${shape('M0 0C-9-6-9-17 0-24C9-17 9-6 0 0Z', c.second)}</g>`,
    ),
  guava: (c: Colours) =>
    ellipse(0, 0, 47, 47, c.second) +
    ellipse(0, 0, 42, 42, c.light) +
    ellipse(0, 0, 27, 27, c.main) +
    ring(9, (r) => `<g transform="rotate(${r})">${ellipse(0, -17, 2.1, 3.4, c.light)}</g>`) +
    ring(5, (r) => `<g transform="rotate(${r})">${ellipse(0, -7, 1.8, 2.8, c.light)}</g>`),
  jackfruit: (c: Colours) =>
    ring(
      8,
      (r, i) =>
        `<g transform="rotate(${r})">${shape('M0-8C-15-16-15-42 0-49C15-42 15-16 0-8Z', i % 2 ? c.main : c.second)}${ellipse(0, -29, 3.6, 8.5, c.light)}</g>`,
    ) + ellipse(0, 0, 9, 9, c.dark),
  orange: (c: Colours) =>
    ellipse(0, 0, 47, 47, c.main) +
    ellipse(0, 0, 41, 41, c.light) +
    ring(
      9,
      (r) => `<g transform="rotate(${r})">${shape('M0-4C-13-19-13-37 0-38C13-37 13-19 0-4Z', c.second)}</g>`,
    ),
}
