import { type Colours, ellipse, line, ring, shape } from './drawing.ts'

/** Leaf and flower, cow, cloth, wood and soap. */
export const gardenAndHouse = {
  leaf: (c: Colours) =>
    shape('M0 50C-30 26-34-20 0-50C34-20 30 26 0 50Z', c.second) +
    line('M0 44V-40M0 26L-15 12M0 26L15 12M0 6L-17-8M0 6L17-8M0-14L-11-24M0-14L11-24', c.light, 1.8),
  cow: (c: Colours) =>
    shape('M-46-20C-40-44-6-46-4-26C-2-10-20-8-26 4C-34 18-52 0-46-20Z', c.main) +
    shape('M10-6C24-22 50-10 46 14C42 38 18 30 8 40C-6 50-22 34-14 20C-8 8 0 6 10-6Z', c.main) +
    ellipse(26, -36, 10, 8, c.main, 20),
  chrysanthemum: (c: Colours) =>
    ring(16, (r) => `<g transform="rotate(${r})">${ellipse(0, -33, 6.4, 16, c.main)}</g>`) +
    ring(12, (r) => `<g transform="rotate(${r + 11})">${ellipse(0, -20, 5.4, 12, c.second)}</g>`) +
    ellipse(0, 0, 11, 11, c.dark) +
    ring(6, (r) => `<g transform="rotate(${r})">${ellipse(0, -5.5, 1.5, 1.5, c.second)}</g>`),
  kawung: (c: Colours) =>
    [45, 135, 225, 315]
      .map(
        (r) =>
          `<g transform="rotate(${r})">${ellipse(0, -30, 15, 26, c.main)}${ellipse(0, -30, 3, 14, c.light)}</g>`,
      )
      .join('') + shape('M0-7L7 0L0 7L-7 0Z', c.second),
  wood: (c: Colours) =>
    ellipse(0, 0, 47, 46, c.dark) +
    ellipse(0, 0, 42, 41, c.light) +
    ellipse(-2, 1, 31, 30, 'none', 0, ` stroke="${c.main}" stroke-width="3"`) +
    ellipse(-3, 2, 20, 19, 'none', 0, ` stroke="${c.main}" stroke-width="3"`) +
    ellipse(-4, 2, 8, 8, c.main),
  foam: (c: Colours) =>
    ellipse(-8, 8, 38, 38, c.main) +
    ellipse(26, -24, 22, 22, c.second) +
    ellipse(30, 30, 12, 12, c.light) +
    line('M-30-4Q-24-18-10-20', c.light, 3.4),
}
