import { ClaimlineError } from '../core/errors.ts';
import type { Span } from '../core/span.ts';
import { coverageProblems, referenceProblems } from './check-gold.ts';
import type { Gold, GoldSlot } from './gold.ts';
import { type GoldFile, GoldSchema } from './gold-schema.ts';
import { PiecePlacer, type StatedPiece } from './piece-placer.ts';
import { type VisibleText, visibleText } from './visible-text.ts';

/** What the gold was written about. */
export interface GoldInput {
  /** The decoded input. */
  readonly raw: string;
  readonly mediaType: 'text/html' | 'text/plain';
}

/**
 * Reads a gold file: its shape, then every offset, text and reference against the input.
 * @throws ClaimlineError `gold/invalid`; its message lists every problem, one a line, each with its path.
 */
export function loadGold(json: unknown, input: GoldInput, file?: string): Gold {
  const location = file === undefined ? {} : { file };
  const parsed = GoldSchema.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || '(root)'}: ${issue.message}`,
    );
    throw invalid(problems, location);
  }
  const visible = visibleText(input.raw, input.mediaType);
  const placer = new PiecePlacer(visible, input.mediaType === 'text/plain');
  const gold = placed(parsed.data, visible, placer);
  if (placer.problems.length > 0) throw invalid(placer.problems, location);
  return gold;
}

function invalid(problems: readonly string[], location: { file?: string }): ClaimlineError {
  return new ClaimlineError('gold/invalid', `the gold does not hold:\n  ${problems.join('\n  ')}`, {
    hint: 'fixtures/README.md states the form; a text without offsets must stand exactly once where it is looked for',
    location,
  });
}

/** The file's annotations with the place of each. */
function placed(file: GoldFile, visible: VisibleText, placer: PiecePlacer): Gold {
  const blocks = placer.sequence(file.blocks, 'blocks');
  const lines = file.boilerplate.map((line) => (typeof line === 'string' ? { text: line } : line));
  const boilerplate = placer.boilerplate(lines, blocks);
  const sentenceItems = file.sentences.map((s) => (typeof s === 'string' ? { text: s } : s));
  const sentences = placer.sequence(sentenceItems, 'sentences', blocks);
  placer.problems.push(
    ...coverageProblems(visible.text, blocks, boilerplate, sentences),
    ...referenceProblems(file, visible.text),
  );
  return {
    id: file.id,
    metadata: file.metadata,
    blocks: file.blocks.map((block, i) => ({
      ...placer.raw(blocks[i]!, block.text),
      kind: block.kind,
      optional: block.optional === true,
    })),
    boilerplate: lines.map((line, i) => ({
      ...placer.raw(boilerplate[i]!, line.text),
      label: ('label' in line ? line.label : undefined) ?? null,
      optional: 'optional' in line && line.optional === true,
    })),
    sentences: sentenceItems.map((sentence, i) => placer.raw(sentences[i]!, sentence.text)),
    timexes: file.timexes.map((timex, i) => ({
      ...placer.inSentence(timex, sentences, timex.sentence, `timexes.${i}`),
      type: timex.type,
      value: timex.value,
      optional: timex.optional === true,
    })),
    entities: file.entities.map((entity, i) => ({
      name: entity.name,
      types: Array.isArray(entity.type) ? entity.type : [entity.type],
      aliases: entity.aliases,
      mentions: entity.mentions.map((mention, j) => ({
        ...placer.inSentence(mention, sentences, mention.sentence, `entities.${i}.mentions.${j}`),
        optional: mention.optional === true,
      })),
      optional: entity.optional === true,
    })),
    quotes: file.quotes.map((quote, i) => ({
      ...placer.inSentence(quote, sentences, quote.sentence, `quotes.${i}`, true),
      speaker: quote.speaker,
      optional: quote.optional === true,
    })),
    notQuotes: file.notQuotes.map((quote, i) =>
      placer.inSentence(quote, sentences, quote.sentence, `notQuotes.${i}`, true),
    ),
    claims: file.claims.map((claim, i) => {
      const slot = (name: 'subject' | 'predicate' | 'object') =>
        slotOf(placer, claim[name], sentences, claim.sentence, `claims.${i} (${claim.id}).${name}`);
      const { sources, optional, ...rest } = claim;
      return {
        ...rest,
        subject: slot('subject')!,
        predicate: slot('predicate')!,
        object: slot('object'),
        sources: sources ?? (claim.source === null ? [] : [claim.source]),
        optional: optional === true,
      };
    }),
    knownFailures: file.knownFailures ?? [],
  };
}

function slotOf(
  placer: PiecePlacer,
  slot: string | (StatedPiece & { implicit?: true | undefined }) | null,
  sentences: readonly Span[],
  sentence: number,
  path: string,
): GoldSlot | null {
  if (slot === null) return null;
  const piece = typeof slot === 'string' ? { text: slot } : slot;
  if ('implicit' in piece && piece.implicit === true) return { text: piece.text, span: null };
  const { text, start, end } = placer.inSentence(piece, sentences, sentence, path);
  return { text, span: { start, end } };
}
