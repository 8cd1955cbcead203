import { describe, expect, it } from 'vitest';
import { tagDates } from '../../../src/stages/dates/tag-dates.ts';
import { TreeTense } from '../../../src/stages/dates/tree-tense.ts';
import { analysed } from './analysed.ts';

/** Wednesday, 11 March 2026. */
const REFERENCE = '2026-03-11';
const values = (text: string) =>
  tagDates(text, { reference: REFERENCE, tokens: analysed(text) }).map(({ start, end, value }) => [
    text.slice(start, end),
    value,
  ]);

describe('direction by the verb that governs the date', () => {
  it.each([
    ['an infinitive under a verb of intent', 'The two sides agreed to meet Monday.', 'Monday', '2026-03-16'],
    ['a limit for what is wanted', 'Doctors want the operation done by Thursday.', 'Thursday', '2026-03-12'],
    ['a call', 'The party called on its members to gather on Friday.', 'Friday', '2026-03-13'],
    ['an order', 'The tribunal ordered the ministry to reply by Monday.', 'Monday', '2026-03-16'],
    ['an event only thought of', 'The minister did not rule out a snap election in June.', 'June', '2026-06'],
    ['the same, in the perfect', 'Ministers have ruled out a deal before July.', 'July', '2026-07'],
    ['a plan in progress', 'The senator is considering a visit in August.', 'August', '2026-08'],
    ['what is put off', 'The firm postponed its meeting until September.', 'September', '2026-09'],
    ['a programme in the present', 'Voters go to the polls on Sunday.', 'Sunday', '2026-03-15'],
    [
      'a programme far ahead',
      'The ban, which takes effect on January 5, covers phones.',
      'January 5',
      '2027-01-05',
    ],
    ['what was due', 'Work on the quay was due to begin in April.', 'April', '2026-04'],
    ['what was due long ago', 'Work on the quay had been due to begin in April.', 'April', '2025-04'],
    ['the date as predicate', 'The deadline for bids is Thursday.', 'Thursday', '2026-03-12'],
    ['the date as past predicate', 'The deadline for bids was Thursday.', 'Thursday', '2026-03-05'],
    ['a headline with an infinitive', 'Senate to debate flood relief on Thursday', 'Thursday', '2026-03-12'],
    ['reported speech', 'The museum said it would reopen on Tuesday.', 'Tuesday', '2026-03-17'],
    ['a participle on the calendar', 'It may shape a summit set for Rome in April.', 'April', '2026-04'],
    ['a plan that is over', 'The board had planned to vote on Monday.', 'Monday', '2026-03-09'],
    ['a thing not managed', 'The envoy failed to reach the port on Monday.', 'Monday', '2026-03-09'],
    ['a purpose of what is done', 'He flew to Oslo to meet the envoy on Monday.', 'Monday', '2026-03-09'],
    ['a plain past', 'Shares of Tarn Mining fell 4 percent on Tuesday.', 'Tuesday', '2026-03-10'],
    ['since', 'Since August the plant has stood idle.', 'August', '2025-08'],
  ])('%s: %s', (_, text, span, value) => {
    expect(values(text)).toContainEqual([span, value]);
  });

  it('reads each of two coordinate clauses for itself', () => {
    expect(
      values('The storm killed nine people on Saturday and is forecast to reach the coast on Thursday.'),
    ).toEqual([
      ['Saturday', '2026-03-07'],
      ['Thursday', '2026-03-12'],
    ]);
  });

  it('tells the quoted clause from the verb of saying', () => {
    expect(values('“We leave on Saturday,” the captain said on Tuesday.')).toEqual([
      ['Saturday', '2026-03-14'],
      ['Tuesday', '2026-03-10'],
    ]);
  });

  it.each([
    ['It honours the dead of the attack on October 7.', 'October 7', '2025-10-07'],
    ['It’s the middle of February, and the pond is frozen.', 'the middle of February', '2026-02'],
    ['The season opens on June 3.', 'June 3', '2026-06-03'],
    ['We have to balance the books by February.', 'February', '2027-02'],
  ])('takes a present for no promise of a far date: %s', (text, span, value) => {
    expect(values(text)).toContainEqual([span, value]);
  });

  it('says nothing where no verb governs the date', () => {
    const text = 'A quiet Sunday in the harbour.';
    const start = text.indexOf('Sunday');
    expect(new TreeTense(text, analysed(text)).at(start, start + 6)).toBe('none');
    expect(new TreeTense(text, analysed(text)).at(900, 906)).toBe('none');
  });
});
