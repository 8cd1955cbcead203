import type { Prediction, TimexDocument } from './score.ts';

export type Tagger = (document: TimexDocument) => Prediction[];

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const noon = (dct: string): Date => {
  const [year, month, day] = dct.split('-').map(Number);
  return new Date(year!, month! - 1, day!, 12);
};

/** chrono-node as it comes, its components as TIMEX3 as far as they go. */
export async function loadChrono(): Promise<Tagger> {
  const { casual } = await import('chrono-node/en');
  return (document) =>
    casual.parse(document.text, noon(document.dct)).map(({ index, text, start }) => {
      const year = pad(start.get('year') ?? 0, 4);
      const month = pad(start.get('month') ?? 0);
      const day = pad(start.get('day') ?? 0);
      const span = { start: index, end: index + text.length };
      if (start.isCertain('hour')) {
        const clock = `${pad(start.get('hour') ?? 0)}:${pad(start.get('minute') ?? 0)}`;
        return { ...span, type: 'TIME', value: `${year}-${month}-${day}T${clock}` };
      }
      if (start.isCertain('day') || start.isCertain('weekday'))
        return { ...span, type: 'DATE', value: `${year}-${month}-${day}` };
      return { ...span, type: 'DATE', value: start.isCertain('month') ? `${year}-${month}` : year };
    });
}

interface CompromiseDate {
  readonly text: string;
  readonly offset: { readonly start: number; readonly length: number };
  readonly dates?: { readonly start: string | null; readonly unit?: string };
}

/** compromise with its dates plugin. */
async function loadCompromise(): Promise<Tagger> {
  const { default: nlp } = (await import('compromise')) as unknown as {
    default: { extend(plugin: unknown): void } & ((text: string) => {
      dates(options: { today: string }): { json(options: { offset: boolean }): CompromiseDate[] };
    });
  };
  const { default: plugin } = (await import('compromise-dates')) as { default: unknown };
  nlp.extend(plugin);
  return (document) => {
    const found: Prediction[] = [];
    // By paragraphs, as it throws on some text: those count as without dates.
    for (const paragraph of document.text.matchAll(/[^\n]+/g)) {
      let dates: CompromiseDate[] = [];
      try {
        dates = nlp(paragraph[0]).dates({ today: document.dct }).json({ offset: true });
      } catch {
        continue;
      }
      for (const { offset, dates: parsed } of dates) {
        const length = parsed?.unit === 'year' ? 4 : parsed?.unit === 'month' ? 7 : 10;
        const start = paragraph.index + offset.start;
        found.push({
          start,
          end: start + offset.length,
          type: 'DATE',
          value: (parsed?.start ?? '').slice(0, length),
        });
      }
    }
    return found;
  };
}

interface Recognized {
  readonly start: number;
  readonly end: number;
  readonly typeName: string;
  readonly resolution: { readonly values?: readonly Readonly<Record<string, string>>[] } | null;
}

/** Microsoft Recognizers; of two readings the one in the past, which suits news. */
async function loadRecognizers(): Promise<Tagger> {
  const { recognizeDateTime } = (await import('@microsoft/recognizers-text-date-time')) as unknown as {
    recognizeDateTime(text: string, culture: string, options: undefined, reference: Date): Recognized[];
  };
  return (document) =>
    recognizeDateTime(document.text, 'en-us', undefined, noon(document.dct)).map((found) => {
      const reading = found.resolution?.values?.[0];
      const timex = reading?.timex ?? '';
      const value = /X/.test(timex) ? (reading?.value ?? reading?.start ?? timex) : timex;
      const kind = found.typeName.replace('datetimeV2.', '');
      const type =
        kind === 'duration' ? 'DURATION' : kind === 'set' ? 'SET' : /time/.test(kind) ? 'TIME' : 'DATE';
      return { start: found.start, end: found.end + 1, type, value };
    });
}

export async function loadPeers(): Promise<[string, Tagger][]> {
  return [
    ['compromise-dates', await loadCompromise()],
    ['recognizers-text', await loadRecognizers()],
  ];
}
