import { type Colours, ellipse, line, scatter, shape } from './drawing.ts'

/** Vegetables, roots and mushrooms. */
export const vegetables = {
  carrot: (c: Colours) =>
    [-26, 0, 26]
      .map(
        (r) =>
          `<g transform="translate(0 -26) rotate(${r})">${shape('M0 0C-8-8-7-20 0-27C7-20 8-8 0 0Z', c.second)}</g>`,
      )
      .join('') +
    shape('M-17-24C-18 2-8 34 0 50C8 34 18 2 17-24C10-33-10-33-17-24Z', c.main) +
    line('M-15-8H-4M15 2H5M-11 14H-3M8 24H2', c.dark, 1.8),
  potato: (c: Colours) =>
    ellipse(0, 0, 48, 37, c.main) +
    ellipse(0, 0, 44, 33, c.light) +
    line('M-34-13Q0-25 34-13M-41-2Q0-14 41-2M-38 10Q0-2 38 10M-26 22Q0 12 26 22', c.main, 3.4),
  mushroom: (c: Colours) =>
    shape('M-48-4C-44-46 44-46 48-4C32 8 16 9 10 14L8 44C4 50-4 50-8 44L-10 14C-16 9-32 8-48-4Z', c.light) +
    shape('M-48-4C-44-46 44-46 48-4C24-17-24-17-48-4Z', c.main) +
    line('M-32 1L-9 12M-16-4L-4 12M0-6V12M16-4L4 12M32 1L9 12', c.main, 1.8),
  cassava: (c: Colours) =>
    ellipse(0, 0, 47, 44, c.second) +
    ellipse(0, 0, 43, 40, c.light) +
    line('M0-7V7M-6-4L6 4M-6 4L6-4', c.second, 2) +
    scatter(
      [
        [-22, -16],
        [18, -22],
        [26, 10],
        [-8, 26],
        [-28, 12],
        [8, -30],
        [6, 16],
      ],
      (x, y, i) => ellipse(x, y, 3.4 + (i % 3), 2.4, c.main, i * 40),
    ),
  sweetPotato: (c: Colours) =>
    ellipse(0, 0, 47, 42, c.dark) +
    ellipse(0, 0, 43, 38, c.main) +
    ellipse(0, 1, 29, 25, c.second) +
    line('M-18 0Q-12-16 4-18M18 4Q10 18-6 18', c.light, 1.8),
  shallot: (c: Colours) =>
    shape('M0-52C3-32 42-20 42 13C42 40 18 46 0 46C-18 46-42 40-42 13C-42-20-3-32 0-52Z', c.main) +
    line(
      'M0-44C-2-18-22-12-22 14C-22 34-10 42 0 44M0-44C2-18 22-12 22 14C22 34 10 42 0 44M0-40V44',
      c.light,
      2.2,
    ) +
    line('M-10 48L-14 52M0 48V53M10 48L14 52', c.dark, 2),
  chilli: (c: Colours) =>
    shape('M-40-26C-16-38 34-22 47 34C22 8-16 10-38-4C-46-10-46-20-40-26Z', c.main) +
    shape('M-40-26C-50-26-52-12-40-4C-34-6-32-20-40-26Z', c.second) +
    line('M-46-16C-50-24-50-32-46-38', c.second, 4) +
    line('M-22-18C0-20 18-8 28 8', c.light, 2.4),
  peanut: (c: Colours) =>
    shape(
      'M-20-44C8-52 26-28 14-8C8 2 10 6 20 14C38 32 20 54-6 48C-34 42-36 16-24 2C-18-6-22-10-30-18C-38-28-34-40-20-44Z',
      c.main,
    ) + line('M-16-34C-6-38 4-30 2-20M-10 14C-18 24-12 36 0 38M12 22C18 28 16 36 10 38', c.light, 2.4),
  broccoli: (c: Colours) =>
    shape('M-12 0L-8 50H10L14 0Z', c.light) +
    scatter(
      [
        [-26, -6, 20],
        [26, -6, 20],
        [0, 4, 20],
        [-16, -26, 18],
        [16, -26, 18],
        [0, -36, 14],
      ],
      (x, y, i, size) => ellipse(x, y, size, size * 0.92, i % 2 ? c.main : c.second),
    ),
  lettuce: (c: Colours) =>
    shape(
      'M0 50C-18 40-24 30-22 22C-42 20-46 0-36-8C-48-24-30-42-16-38C-8-54 14-52 18-38C36-42 46-22 36-8C46 2 40 20 22 22C24 30 16 42 0 50Z',
      c.main,
    ) + line('M0 46V-34M0 20L-22 2M0 20L22 2M0-4L-16-20M0-4L16-20', c.light, 2.6),
}
