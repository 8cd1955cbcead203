import type { TokenTable } from '../../core/tokens.ts';

/** Classes of subject that differ between report and opinion. */
const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  speaker: ['i', 'we'],
  hearer: ['you', 'one'],
  it: ['it', 'this', 'that'],
  person: ['he', 'she'],
  they: ['they'],
  there: ['there'],
};

/** How the main clause is built and how deep the sentence goes, each about 0 to 1. */
export function clauseSigns(
  text: string,
  tokens: TokenTable,
  sentence: number,
  quoted: readonly boolean[],
): [name: string, value: number][] {
  const first = tokens.first(sentence);
  const end = tokens.end(sentence);
  const out: [string, number][] = [];
  let root = first;
  for (let at = first; at < end; at++) if (tokens.head(at) < 0) root = at;
  const kids: number[] = [];
  for (let at = first; at < end; at++) if (tokens.head(at) === root) kids.push(at);
  const say = (name: string) => out.push([name, 1]);
  say(`root-${tokens.upos(root)}`);
  say(`root-${tokens.xpos(root)}`);
  const relations = new Set(kids.map((kid) => tokens.deprel(kid)));
  for (const relation of ['expl', 'ccomp', 'aux:pass', 'conj', 'parataxis', 'obl', 'obl:tmod'] as const)
    if (relations.has(relation)) say(`has-${relation}`);
  if (relations.has('cop')) say(`copula-${tokens.upos(root)}`);
  if (kids.some((kid) => tokens.deprel(kid) === 'aux' && tokens.xpos(kid) === 'MD')) say('modal');
  if (kids.some((kid) => tokens.deprel(kid) === 'advmod' && kid < root)) say('adverb-before');
  const subject = kids.find((kid) => tokens.deprel(kid).startsWith('nsubj'));
  if (subject === undefined) say('no-subject');
  else {
    say(`subject-${tokens.upos(subject)}`);
    say(`subject-${tokens.xpos(subject)}`);
    const form = tokens.text(text, subject).toLowerCase();
    for (const [name, forms] of Object.entries(SUBJECTS)) if (forms.includes(form)) say(`subject-${name}`);
  }
  let open = 0;
  let superlatives = 0;
  let comparatives = 0;
  let deepest = 0;
  let depths = 0;
  for (let at = first; at < end; at++) {
    const depth = depthOf(tokens, at);
    deepest = Math.max(deepest, depth);
    depths += depth;
    if (quoted[at - first]) continue;
    open++;
    const tag = tokens.xpos(at);
    if (tag === 'JJS' || tag === 'RBS') superlatives++;
    if (tag === 'JJR' || tag === 'RBR') comparatives++;
  }
  out.push(['superlatives', (5 * superlatives) / Math.max(1, open)]);
  out.push(['comparatives', (5 * comparatives) / Math.max(1, open)]);
  out.push(['deepest', Math.min(2, deepest / 10)], ['depth', Math.min(2, depths / (end - first) / 5)]);
  out.push(['words', Math.min(1, (end - first) / 60)]);
  return out;
}

const DEEPEST = 40;

function depthOf(tokens: TokenTable, token: number): number {
  let depth = 0;
  for (let at = tokens.head(token); at >= 0 && depth < DEEPEST; at = tokens.head(at)) depth++;
  return depth;
}
