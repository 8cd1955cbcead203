import type { Found } from '../found.ts';

const GAP = /^\s{1,3}(?:the\s{1,3})?$/i;

/** Drops beginnings that no date follows, so that they stand in no other reading's way. */
export function dropLonePrefixes(found: readonly Found[], text: string): readonly Found[] {
  if (!found.some(({ reading }) => reading.prefix !== undefined)) return found;
  return found.filter(
    ({ reading, end }) =>
      reading.prefix === undefined ||
      found.some(
        (other) =>
          other.start > end &&
          other.start < end + 8 &&
          other.reading.type === 'DATE' &&
          other.reading.prefix === undefined &&
          GAP.test(text.slice(end, other.start)),
      ),
  );
}

/** A beginning (`the night of`) and the date right after it are one expression; without a date it is none. */
export function joinPrefix(found: readonly Found[], text: string): readonly Found[] {
  const out: Found[] = [];
  for (let index = 0; index < found.length; index++) {
    const item = found[index]!;
    const { prefix, ahead = false } = item.reading;
    if (prefix === undefined) {
      out.push(item);
      continue;
    }
    const date = found[index + 1];
    if (date === undefined || date.reading.type !== 'DATE' || !GAP.test(text.slice(item.end, date.start)))
      continue;
    index++;
    out.push({
      start: item.start,
      end: date.end,
      rule: item.rule,
      reading: {
        type: item.reading.type,
        resolve(scope) {
          const resolved = date.reading.resolve(ahead ? { ...scope, tense: () => 'future' } : scope);
          if (resolved === null) return null;
          // A date that it does not go with stands for itself.
          return prefix(resolved) ?? resolved;
        },
      },
    });
  }
  return out;
}
