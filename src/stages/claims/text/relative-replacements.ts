import type { Span } from '../../../core/span.ts';
import { type ClaimContext, mentionsIn, tokenRange } from '../context.ts';
import { antecedentAbove } from '../subject.ts';
import { possessive } from './names.ts';
import type { Replacement } from './replacement.ts';

/** `whose side`, `one of whom`: the noun that the pronoun stands for in its place. */
export function relativeReplacements(context: ClaimContext, span: Span): Replacement[] {
  const { tree } = context;
  const [first, last] = tokenRange(tree, span);
  const out: Replacement[] = [];
  for (let token = first; token < last; token++) {
    const form = tree.form(token);
    if (form !== 'whose' && !(/^(?:whom|which)$/.test(form) && tree.form(Math.max(0, token - 1)) === 'of'))
      continue;
    const found = antecedentAbove(tree, token)?.phrase;
    if (found === undefined || found.tokens.at(-1)! >= first) continue;
    const bounds = { start: tree.start(found.tokens[0]!), end: tree.end(found.tokens.at(-1)!) };
    const person = mentionsIn(context, bounds).find(({ kind, end }) => kind === 'name' && end === bounds.end);
    const text = context.text.slice(bounds.start, bounds.end).replace(/\s+/gu, ' ');
    const noun = person === undefined ? text : context.entities[person.entity]!.name;
    const small = person === undefined && token > first && CLOSED_OR_NUMBER.test(tree.upos(found.tokens[0]!));
    const to = small ? noun.charAt(0).toLowerCase() + noun.slice(1) : noun;
    out.push({
      start: tree.start(token),
      end: tree.end(token),
      to: form === 'whose' ? possessive(to) : to,
      reason: 'pronoun',
    });
  }
  return out;
}

const CLOSED_OR_NUMBER = /^(?:DET|NUM|ADJ|NOUN)$/;
