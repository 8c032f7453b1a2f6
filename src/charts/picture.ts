import { draw } from './draw';
import { textWidth, wrap } from './text';
import type { ChartModel, DrawingContext, Provenance, Tokens } from './types';

const PADDING = 32;
export const PICTURE_WIDTH = 960;

const escapeXml = (text: string): string =>
  text
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
    // Control characters are not allowed in XML, even escaped.
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

interface Line {
  readonly text: string;
  readonly size: number;
  readonly colour: string;
  readonly weight: number;
}

/** Lines of text below each other, beginning at `top`; returns where they end. */
function stackLines(lines: readonly Line[], top: number): { svg: string; bottom: number } {
  let y = top;
  const svg = lines
    .map(({ text, size, colour, weight }) => {
      y += size * 1.5;
      return `<text x="${PADDING}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escapeXml(text)}</text>`;
    })
    .join('\n');
  return { svg, bottom: y };
}

function badge(label: string, tokens: Tokens): string {
  const width = Math.ceil(textWidth(label, 13)) + 20;
  const x = PICTURE_WIDTH - PADDING - width;
  const { ink, a, b } = tokens.badge;
  return `<defs><pattern id="badge" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="12" height="12" fill="${a}"/><rect width="6" height="12" fill="${b}"/></pattern></defs>
<rect x="${x}" y="${PADDING - 8}" width="${width}" height="24" rx="4" fill="url(#badge)"/>
<text x="${x + 10}" y="${PADDING + 9}" font-size="13" font-weight="650" fill="${ink}">${escapeXml(label)}</text>`;
}

/**
 * The chart as a picture that explains itself away from the page: title, what is drawn, filters, the drawing, remark,
 * source, dataset, link, and the badge when simulated.
 * @returns null when there is nothing to draw
 */
export async function makeSvg(
  model: ChartModel,
  provenance: Provenance,
  ctx: Omit<DrawingContext, 'width' | 'compact' | 'reducedMotion'>,
): Promise<string | null> {
  if (model.drawing === null) return null;
  const { renderSvg } = await import('./echarts');
  const { tokens } = ctx;
  const width = PICTURE_WIDTH - 2 * PADDING;
  const drawn = draw(model.drawing, { ...ctx, width, compact: false, reducedMotion: true });

  const lines = (
    text: string | undefined,
    size: number,
    colour: string,
    weight = 400,
    room = width,
  ): Line[] =>
    text === undefined || text === ''
      ? []
      : wrap(text, size, room).map((one) => ({ text: one, size, colour, weight }));
  const badgeRoom = provenance.simulated ? textWidth(provenance.badge, 13) + 40 : 0;
  const head = stackLines(
    [
      ...lines(model.title, 20, tokens.ink, 650, width - badgeRoom),
      ...lines(model.subtitle, 14, tokens.muted),
      ...lines(provenance.filters, 13, tokens.muted),
    ],
    PADDING - 16,
  );
  const drawingTop = head.bottom + 16;
  const foot = stackLines(
    [
      ...lines(model.remark, 13, tokens.muted),
      ...lines(model.source, 13, tokens.muted),
      ...lines(`${provenance.dataset} ${provenance.version}`, 13, tokens.muted),
      ...lines(provenance.link, 13, tokens.muted),
    ],
    drawingTop + drawn.height + 4,
  );
  const height = Math.ceil(foot.bottom + PADDING);

  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${height}" viewBox="0 0 ${PICTURE_WIDTH} ${height}" font-family="${tokens.font}" role="img">
<title>${escapeXml(model.title)}</title>
<desc>${escapeXml([model.subtitle, provenance.filters, model.source].filter(Boolean).join(' '))}</desc>
<rect width="${PICTURE_WIDTH}" height="${height}" fill="${tokens.raised}"/>
${provenance.simulated ? badge(provenance.badge, tokens) : ''}
${head.svg}
<g transform="translate(${PADDING} ${drawingTop})">
${renderSvg(drawn, width)}
</g>
${foot.svg}
</svg>
`;
}
