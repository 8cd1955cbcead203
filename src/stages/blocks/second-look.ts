import type { PageView } from './page-view.ts';
import { type Segments, segmentsOf } from './segments.ts';

/** Neighbours whose first probability is looked at, to either side. */
const REACH = 6;

const OWN = [
  'p',
  'words',
  'endsSentence',
  'certain',
  'heading',
  'linkDensity',
  'textWords',
  'copies',
  'sinceHeadline',
  'titleMatch',
  'colon',
  'digits',
  'lowerShare',
  'caption',
  'gaps',
];

export const SECOND_FEATURES: readonly string[] = [
  ...OWN,
  ...Array.from({ length: REACH * 2 }, (_, k) => `p@${k < REACH ? k - REACH : k - REACH + 1}`),
  'maxBefore',
  'maxAfter',
  'sinceSure',
  'untilSure',
  'massBefore',
  'massAfter',
  'mass',
  'container1',
  'container2',
  'container3',
  'tagMean',
  'sameTagNear',
  'inMain',
  'segmentWords',
  'segmentMean',
  'segmentEnds',
  'segmentShare',
  'segmentLike',
  'sinceSegment',
  'untilSegment',
  'sinceMain',
  'likeMain',
  'likeLead',
  'valley',
  'mainMass',
  'mainMean',
  'mainEnds',
  'mainWords',
  'rivals',
];

/**
 * Rows for the second model: a block's first probability beside those of its neighbours and of the blocks it shares
 * an element with (stacked sequential learning; Cohen and Carvalho 2005).
 */
export function secondFeatures(page: PageView, first: Float32Array): Float32Array {
  const { views } = page;
  const width = SECOND_FEATURES.length;
  const rows = new Float32Array(views.length * width);
  const mass = new Float32Array(views.length + 1);
  for (let i = 0; i < views.length; i++) mass[i + 1] = mass[i]! + first[i]! * Math.min(views[i]!.words, 80);
  const total = mass[views.length]!;
  const containers = containerMeans(page, first);
  const tags = tagMeans(page, first);
  const segments = segmentsOf(views, first);
  const heaviest = segments.segments[segments.main];
  const rivals = segments.segments.filter(({ mass }) => mass > 0.3 * (heaviest?.mass ?? 0)).length;
  const since = sure(first, 1);
  const until = sure(first, -1);
  let maxBefore = 0;
  const maxAfter = new Float32Array(views.length + 1);
  for (let i = views.length - 1; i >= 0; i--) maxAfter[i] = Math.max(maxAfter[i + 1]!, first[i]!);
  for (let i = 0; i < views.length; i++) {
    let at = i * width;
    const put = (value: number) => {
      rows[at++] = value;
    };
    const view = views[i]!;
    put(first[i]!);
    put(Math.min(view.words, 200));
    put(view.endsSentence ? 1 : 0);
    put(view.rule?.certain ? 1 : 0);
    put(/^h[1-6]$/.test(view.raw.tag) ? Number(view.raw.tag[1]) : 0);
    put(view.text.length === 0 ? 0 : view.raw.linkChars / view.text.length);
    put(page.textWords[i]!);
    put(Math.min(page.copies[i]!, 10));
    put(page.headline < 0 ? 0 : Math.max(-100, Math.min(100, i - page.headline)));
    put(page.titleMatches[i]!);
    put(view.text.endsWith(':') ? 1 : 0);
    put(view.digits / (view.text.length + 1));
    put(view.lowerShare);
    put(view.rule?.label === 'caption' ? 1 : 0);
    put(view.gaps);
    for (let d = -REACH; d <= REACH; d++) if (d !== 0) put(first[i + d] ?? -1);
    put(maxBefore);
    maxBefore = Math.max(maxBefore, first[i]!);
    put(maxAfter[i + 1]!);
    put(Math.min(since[i]!, 40));
    put(Math.min(until[i]!, 40));
    put(total === 0 ? 0 : mass[i]! / total);
    put(total === 0 ? 0 : (total - mass[i + 1]!) / total);
    put(Math.min(total, 2000));
    const ids = view.raw.containers ?? [];
    for (const level of [1, 2, 3]) put(containers.get(ids[level] ?? -1) ?? -1);
    put(tags.get(tagKey(page, i)) ?? -1);
    put(nearTag(page, first, i));
    segmentFeatures(segments, rivals, i, put);
  }
  return rows;
}

function segmentFeatures(
  { segments, segmentOf, main, likeMain, likeLead, segmentLike, valley }: Segments,
  rivals: number,
  i: number,
  put: (value: number) => void,
): void {
  const heaviest = segments[main];
  const ordinal = segmentOf[i]!;
  const own = segments[ordinal];
  put(ordinal < 0 ? -1 : ordinal === main ? 1 : 0);
  put(own === undefined ? -1 : Math.min(own.words, 3000));
  put(own === undefined ? -1 : own.mean);
  put(own === undefined ? -1 : own.ends);
  put(own === undefined || heaviest === undefined ? -1 : own.mass / heaviest.mass);
  put(ordinal < 0 ? -1 : segmentLike[ordinal]!);
  put(own === undefined ? -1 : Math.min(i - own.first, 60));
  put(own === undefined ? -1 : Math.min(own.last - i, 60));
  put(
    heaviest === undefined
      ? 0
      : i < heaviest.first
        ? Math.max(-100, i - heaviest.first)
        : i > heaviest.last
          ? Math.min(100, i - heaviest.last)
          : 0,
  );
  put(likeMain[i]!);
  put(likeLead[i]!);
  put(valley[i]!);
  put(heaviest?.mass ?? 0);
  put(heaviest?.mean ?? 0);
  put(heaviest?.ends ?? 0);
  put(heaviest?.words ?? 0);
  put(rivals);
}

function containerMeans(page: PageView, first: Float32Array): Map<number, number> {
  const sums = new Map<number, [number, number]>();
  for (const [i, view] of page.views.entries()) {
    const words = Math.min(view.words, 80);
    for (const id of view.raw.containers ?? []) {
      const sum = sums.get(id);
      if (sum === undefined) sums.set(id, [first[i]! * words, words]);
      else {
        sum[0] += first[i]! * words;
        sum[1] += words;
      }
    }
  }
  return new Map([...sums].map(([id, [p, words]]) => [id, words === 0 ? 0 : p / words]));
}

function tagMeans(page: PageView, first: Float32Array): Map<string, number> {
  const sums = new Map<string, [number, number]>();
  for (let i = 0; i < page.views.length; i++) {
    const key = tagKey(page, i);
    const sum = sums.get(key) ?? [0, 0];
    sum[0] += first[i]!;
    sum[1]++;
    sums.set(key, sum);
  }
  return new Map([...sums].map(([key, [p, count]]) => [key, p / count]));
}

function tagKey(page: PageView, i: number): string {
  const { raw } = page.views[i]!;
  return raw.path === '' ? '' : `${raw.tag} ${raw.tokens}`;
}

/** Mean first probability of the nearest blocks of the same element name, two on either side. */
function nearTag(page: PageView, first: Float32Array, i: number): number {
  const { tag } = page.views[i]!.raw;
  let sum = 0;
  let count = 0;
  for (const step of [-1, 1]) {
    let seen = 0;
    for (let j = i + step; j >= 0 && j < page.views.length && seen < 2 && Math.abs(j - i) < 25; j += step) {
      if (page.views[j]!.raw.tag !== tag) continue;
      sum += first[j]!;
      count++;
      seen++;
    }
  }
  return count === 0 ? -1 : sum / count;
}

function sure(first: Float32Array, step: 1 | -1): Float32Array {
  const out = new Float32Array(first.length);
  let far = 99;
  for (let k = 0; k < first.length; k++) {
    const i = step === 1 ? k : first.length - 1 - k;
    out[i] = far;
    far = first[i]! > 0.6 ? 0 : far + 1;
  }
  return out;
}
