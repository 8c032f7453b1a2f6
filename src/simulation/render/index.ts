import type { ReportContent } from '../content';
import { compose } from './compose';
import { writeHtml } from './html';
import { writeMarkdown } from './markdown';
import { writeText, type TextLayout } from './text';

/** Every way of writing a report down. */
export const layouts = [
  'L1',
  'L2',
  'L3',
  'L4',
  'L5',
  'L6',
  'aligned',
  'markdown',
  'html-clean',
  'html-government',
] as const;
export type Layout = (typeof layouts)[number];

export interface RenderOptions {
  /** Number of the body's phrasing, from 0; the same for all its years. */
  readonly variant?: number;
}

export interface Rendered {
  /** File name, `<agency id>-<year>.<extension>`. */
  readonly name: string;
  readonly text: string;
}

/**
 * Layouts that keep the place of an empty cell. The others lose it: a blank in them cannot be read back, so a report
 * with blanks is never written in one.
 */
export const keepsBlanks = (layout: Layout): boolean =>
  !(['L2', 'L5', 'aligned'] as readonly Layout[]).includes(layout);

/** The whole document of a report. */
export function renderReport(
  content: ReportContent,
  layout: Layout,
  { variant = 0 }: RenderOptions = {},
): Rendered {
  const blocks = compose(content, variant);
  const stem = `${content.agency.id}-${content.year}`;
  switch (layout) {
    case 'markdown':
      return { name: `${stem}.md`, text: writeMarkdown(blocks) };
    case 'html-clean':
      return { name: `${stem}.html`, text: writeHtml(blocks, 'clean') };
    case 'html-government':
      return { name: `${stem}.html`, text: writeHtml(blocks, 'government') };
    default:
      return { name: `${stem}.txt`, text: writeText(blocks, layout satisfies TextLayout) };
  }
}
