import { describe, expect, it } from 'vitest';
import { contextOfEvent, type EventContext } from '../../../src/stages/claims/event-factuality.ts';
import { Tree } from '../../../src/stages/claims/tree.ts';
import { claimsIn } from './claim-document.ts';

/** Sentence, the event's word, its context. */
const CASES: readonly [text: string, event: string, context: EventContext][] = [
  ['The firm wants to sell the mill.', 'sell', 'intended'],
  ['The firm managed to sell the mill.', 'sell', 'implicative'],
  ['The firm failed to sell the mill.', 'sell', 'unfulfilled'],
  ['The firm agreed to sell the mill.', 'sell', 'infinitive'],
  ['The court blocked the sale of the mill.', 'sale', 'barred-noun'],
  ['The court approved the sale of the mill.', 'sale', 'plain'],
  ['The workers demanded a vote on the plan.', 'vote', 'sought-noun'],
  ['The workers lost a vote on the plan.', 'vote', 'plain'],
  ['Residents believe that the mill polluted the river.', 'polluted', 'believed'],
  ['Residents know that the mill polluted the river.', 'polluted', 'plain'],
  ['The mill might close in May.', 'close', 'possible'],
  ['The mill did not close in May.', 'close', 'negated'],
];

describe('context of an event', () => {
  it.each(CASES)('%s: %s is %s', (text, event, context) => {
    const { doc } = claimsIn(text);
    const tree = new Tree(text, doc.layers.tokens!);
    expect(contextOfEvent(tree, doc.layers.tokens!.tokenAt(text.indexOf(event)))).toBe(context);
  });
});
