import type { ClaimContext } from '../context.ts';

/** `the` for a name that the page itself uses with `the` where it first stands. */
export function nameWithArticle(context: ClaimContext, entity: number): string {
  const { name, mentions } = context.entities[entity]!;
  const first = mentions.find(({ kind }) => kind === 'name');
  if (first === undefined || /^the\s/i.test(name)) return name;
  const before = context.text.slice(Math.max(0, first.start - 4), first.start).toLowerCase();
  return before === 'the ' ? `the ${name}` : name;
}

export function possessive(name: string): string {
  return `${name}${name.endsWith('s') ? "'" : "'s"}`;
}
