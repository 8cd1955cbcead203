import type { Gold } from '../../src/gold/gold.ts';
import { loadGold } from '../../src/gold/load-gold.ts';
import type { ArticleRecord } from '../../src/record/record.ts';
import { recordFromGold } from './record-from-gold.ts';

/** A page of five lines for the scorers' tests. */
export const PAGE = `MENU
Pier reopens
May 4, 2026
Mayor Ada Finch reopened the pier on Friday. "It is safe," Finch said. The city of Norwick spent $2 million in 2025.
Finch did not name the builder, whom critics call "Dr. Rust."
`;

export const GOLD_FILE = {
  id: 'pier',
  source: 'input.txt',
  metadata: { title: 'Pier reopens', published: '2026-05-04', author: null, site: null, language: 'en' },
  blocks: [
    { kind: 'title', text: 'Pier reopens' },
    {
      kind: 'paragraph',
      text: 'Mayor Ada Finch reopened the pier on Friday. "It is safe," Finch said. The city of Norwick spent $2 million in 2025.',
    },
    { kind: 'paragraph', text: 'Finch did not name the builder, whom critics call "Dr. Rust."' },
  ],
  boilerplate: ['MENU', { text: 'May 4, 2026', label: 'publication-date' }],
  sentences: [
    'Pier reopens',
    'Mayor Ada Finch reopened the pier on Friday.',
    '"It is safe," Finch said.',
    'The city of Norwick spent $2 million in 2025.',
    'Finch did not name the builder, whom critics call "Dr. Rust."',
  ],
  timexes: [
    { sentence: 1, text: 'Friday', type: 'DATE', value: '2026-05-01' },
    { sentence: 3, text: '2025', type: 'DATE', value: '2025' },
  ],
  entities: [
    {
      name: 'Ada Finch',
      type: 'PERSON',
      aliases: ['Finch'],
      mentions: [
        { sentence: 1, text: 'Ada Finch' },
        { sentence: 2, text: 'Finch' },
        { sentence: 4, text: 'Finch' },
      ],
    },
    {
      name: 'Norwick',
      type: ['PLACE', 'ORGANIZATION'],
      aliases: [],
      mentions: [{ sentence: 3, text: 'Norwick' }],
    },
    {
      name: 'Dr. Rust',
      type: 'PERSON',
      aliases: [],
      mentions: [{ sentence: 4, text: 'Dr. Rust' }],
      optional: true,
    },
  ],
  quotes: [{ sentence: 2, text: 'It is safe,', speaker: 'Ada Finch', cue: 'said' }],
  notQuotes: [{ sentence: 4, text: 'Dr. Rust.' }],
  claims: [
    {
      id: 'c1',
      sentence: 1,
      subject: 'Mayor Ada Finch',
      predicate: 'reopened',
      object: 'the pier',
      subjectEntity: 'Ada Finch',
      kind: 'event',
      time: '2026-05-01',
    },
    {
      id: 'c2',
      sentence: 2,
      subject: 'It',
      predicate: 'is',
      object: 'safe',
      kind: 'evaluation',
      source: 'Ada Finch',
      cue: 'said',
      quoteType: 'direct',
    },
    {
      id: 'c3',
      sentence: 3,
      subject: 'The city of Norwick',
      predicate: 'spent',
      object: '$2 million',
      subjectEntity: 'Norwick',
      kind: 'event',
      time: '2025',
      quantities: [{ text: '$2 million', value: 2000000 }],
    },
    {
      id: 'c4',
      sentence: 4,
      subject: 'Finch',
      predicate: 'did not name',
      object: 'the builder',
      subjectEntity: 'Ada Finch',
      kind: 'event',
      polarity: 'negative',
    },
    {
      id: 'c5',
      sentence: 4,
      subject: 'critics',
      predicate: 'call',
      object: 'the builder',
      kind: 'evaluation',
      optional: true,
    },
  ],
};

export function smallGold(): Gold {
  return loadGold(GOLD_FILE, { raw: PAGE, mediaType: 'text/plain' });
}

/** A faultless record of the page, free to be spoilt. */
export function smallRecord(): ArticleRecord {
  return structuredClone(recordFromGold(smallGold(), PAGE));
}
