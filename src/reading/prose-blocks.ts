import { type Block, textOf } from './blocks';
import { isBlank, isValueLike } from './numbers';
import { fold } from './normalize';
import { LONGEST_REMEMBERED, remembered } from './remembered';
import { endsInRowLabel, isHeader } from './slots';

const SHORTEST_SENTENCE = 8;

/** Whether a line is a sentence rather than a cell: such lines between heading and table are left to the narrative. */
const isProse = remembered((text): boolean => {
  const folded = fold(text);
  const sentence =
    (/[。!?;]/.test(folded) && folded.length > SHORTEST_SENTENCE) ||
    (folded.length > 40 && /[,、:]/.test(folded)) ||
    folded.length > 80;
  if (!sentence || isHeader(text)) return false;
  if (/[|¦│]/.test(text) && text.split(/[|¦│]/).filter((it) => !isBlank(it)).length > 1) return false;
  const words = text.trim().split(/\s+/);
  const values = words.length - 1 - words.findLastIndex((word) => !isValueLike(word));
  if (values >= 2 || (values === 1 && words.length > 1 && folded.length < 40)) return false;
  return !endsInRowLabel(text);
});

/** Sentences that were told, which several parts of a reading ask of. */
const prose = new WeakMap<Block, boolean>();

/** {@link isProse} of a block. */
export function isProseBlock(block: Block): boolean {
  const text = textOf(block);
  if (text.length <= SHORTEST_SENTENCE) return false;
  if (text.length <= LONGEST_REMEMBERED) return isProse(text);
  let known = prose.get(block);
  if (known === undefined) {
    known = isProse(text);
    prose.set(block, known);
  }
  return known;
}
