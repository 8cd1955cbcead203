import type { Block, PageFacts } from '../../core/layers.ts';
import { NEWSPAPER_WORDS } from '../../lexicon/newspaper-words.ts';
import type { LdArticle } from './json-ld.ts';

export interface SiteEvidence {
  readonly text: string;
  readonly url: string | null;
  readonly facts: PageFacts;
  readonly blocks: readonly Block[];
  readonly articles: readonly LdArticle[];
}

/** The site's own name: Open Graph, application name, publisher, the copyright line, the host. */
export function chooseSite({ text, url, facts, blocks, articles }: SiteEvidence): string | null {
  for (const name of [
    'og:site_name',
    'application-name',
    'apple-mobile-web-app-title',
    'twitter:app:name:iphone',
    'cre',
    'dc.publisher',
    'copyright',
  ]) {
    const content = facts.metas.find((meta) => meta.name === name)?.content.trim();
    const value = content === undefined ? undefined : name === 'copyright' ? holderOf(content) : content;
    if (value && value.length <= 80) return value;
  }
  const publisher = articles.find((article) => article.publisher !== undefined)?.publisher;
  if (publisher !== undefined && publisher.length <= 80) return publisher;
  for (const block of blocks) {
    if (block.label !== 'copyright') continue;
    const holder = holderOf(text.slice(block.start, block.end));
    // A firm owns the paper; the paper's name stands at the top.
    if (holder !== null)
      return FIRM.test(holder) ? (mastheadOf(text, blocks) ?? holder.replace(FIRM, '')) : holder;
  }
  return (url === null ? null : hostOf(url)) ?? mastheadOf(text, blocks);
}

const FIRM = /,?\s(?:Ltd|Limited|Inc|LLC|PLC|Corp|Corporation|Company|Co|GmbH|Pty)\.?(?:\sLtd\.?)?$/i;

/** How many lines from the top a masthead may stand. */
const MASTHEAD_REACH = 8;

/** A line above the headline that reads like the name of a newspaper: `The Harbor Post`. */
function mastheadOf(text: string, blocks: readonly Block[]): string | null {
  for (const block of blocks.slice(0, MASTHEAD_REACH)) {
    if (block.label === 'article') return null;
    const line = text.slice(block.start, block.end).trim();
    const words = line.split(/\s+/);
    if (
      words.length < 2 ||
      words.length > 5 ||
      !words.every((word) => /^(?:\p{Lu}[\p{L}'’.&-]*|\d{1,4}|of|the|and|&|for)$/u.test(word))
    )
      continue;
    if (
      /^(?:latest|breaking|top|more|all|local|world|sports?|us|uk|business|national|international|live|home|related|trending)\s/i.test(
        line,
      )
    )
      continue;
    if (words.some((word) => NEWSPAPER_WORDS.has(word.toLowerCase()))) return line;
  }
  return null;
}

/** Who holds the rights in a copyright line: `Copyright © 2031 - The Harbor Post | All Rights Reserved.` */
export function holderOf(line: string): string | null {
  const holder = line
    .slice(0, 200)
    .replace(/\ball rights reserved\b.*$/is, '')
    // What the owner is or belongs to: `The Harbor Post, a Valley Media company`.
    .replace(/,\s(?:an?|part of)\s.*$/is, '')
    .replace(/^\W*(?:copyright\b)?\W*/i, '')
    .replace(/^(?:\(c\)|©|copyright|\s|[-–—|,.:]|by\b|\d{4}(?:\s?[-–]\s?(?:\d{4}|\d{2}|present))?)+/gi, '')
    .replace(/(?:[\s|,.–—-]|©|copyright|\d{4})+$/gi, '')
    .split(/\s[|•·]\s|(?<=\p{Ll}{3})\.\s/u)[0]!
    .trim();
  return holder.length >= 2 && holder.length <= 60 && /\p{L}/u.test(holder) ? holder : null;
}

export function hostOf(url: string): string | null {
  const host = /^[a-z]+:\/\/([^/:?#]+)/i.exec(url)?.[1];
  return host === undefined ? null : host.toLowerCase().replace(/^(?:www\d?|m|amp)\./, '');
}
