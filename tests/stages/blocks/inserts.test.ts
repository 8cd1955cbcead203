import { describe, expect, it } from 'vitest';
import { runIntake } from '../intake/run-intake.ts';

const PARAGRAPHS = [
  'The Otterby ferry will run until midnight from March, the council decided on Tuesday after a two-year campaign by night workers at the hospital.',
  'Four extra sailings a night will cost £210,000 a year, of which the hospital trust pays half, according to a paper that councillors approved.',
  'The last boat now leaves at 9.15pm. Northline, which runs the service, said it had hired six deckhands and would hire two more.',
  '"We have walked nine miles home in the dark for years," said Jo Hallam, a porter at the hospital. "It is about time."',
];

/** Label of the block that begins with these words. */
function labelOf(raw: string, start: string, mediaType: 'text/html' | 'text/plain'): string {
  const { doc } = runIntake(raw, { mediaType });
  const block = doc.layers.blocks!.find((own) => doc.text.startsWith(start, own.start));
  expect(block, start).toBeDefined();
  return block!.label;
}

const page = (inside: string, after = '') =>
  `<html><head><title>Otterby ferry to run until midnight</title></head><body><nav><a href="/">Home</a> <a href="/n">News</a></nav>
<div><a href="/">Home</a> › <a href="/t">Transport</a></div><main><article><h1>Otterby ferry to run until midnight</h1>
<p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p>${inside}<p>${PARAGRAPHS[2]}</p><p>${PARAGRAPHS[3]}</p>${after}</article></main></body></html>`;
const flat = (inside: string, after = '') =>
  `Home\nNews\nOtterby ferry to run until midnight\nBy Rohan Pell\n12 February 2025\n${PARAGRAPHS[0]}\n${PARAGRAPHS[1]}\n${inside}\n${PARAGRAPHS[2]}\n${PARAGRAPHS[3]}\n${after}\n© 2025 Otterby Star`;

describe('lines set into the text of an article', () => {
  it.each([
    ['Related: The Otterby ferry: a timeline', 'teaser'],
    ['Recommended for you', 'related'],
    ['Sign up for our morning newsletter', 'newsletter'],
  ])('%s is %s', (line, label) => {
    expect(labelOf(page(`<p><a href="/x">${line}</a></p>`), line, 'text/html')).toBe(label);
    expect(labelOf(flat(line), line, 'text/plain')).toBe(label);
  });

  it('are no headings where they are headlines below the head of a list', () => {
    const list =
      'Recommended for you\nSturgeon season opens Saturday\nLibrary budget passes on second reading';
    for (const line of list.split('\n')) expect(labelOf(flat(list), line, 'text/plain')).not.toBe('article');
  });

  it('are what the head of their box says', () => {
    const related = `<div class="x"><h3>Also read</h3><ul><li><a href="/a">Sturgeons are back in the Otter</a></li><li><a href="/b">Smelters are dangerous</a></li></ul></div>`;
    expect(labelOf(page(related), 'Smelters are dangerous', 'text/html')).toBe('related');
    const letter = `<div class="y"><h3>Sign up for our morning newsletter</h3><p>Our morning email brings you the stories of the day, read by thousands.</p></div>`;
    expect(labelOf(page(letter), 'Our morning email', 'text/html')).toBe('newsletter');
    // A large part of the text is no box, whatever its head.
    const section = `<div><h3>Related</h3>${PARAGRAPHS.map((own) => `<p>${own} And so it goes.</p>`).join('')}</div>`;
    expect(labelOf(page(section), `${PARAGRAPHS[1]} And so`, 'text/html')).toBe('article');
  });

  it('may be the path to the page', () =>
    expect(labelOf(page(''), 'Home › Transport', 'text/html')).toBe('navigation'));

  it('go with a block quote that they give a speaker to', () => {
    const quote = `<blockquote><p>${PARAGRAPHS[2]}</p><footer>Jo Hallam, hospital porter</footer></blockquote>`;
    expect(labelOf(page(quote), 'Jo Hallam, hospital porter', 'text/html')).toBe('article');
  });
});

describe('lines at the end of an article', () => {
  it.each([
    'Reporting by Rohan Pell; editing by Nina Aslam',
    'Additional reporting by Nina Aslam',
    'Nina Aslam in Otterby contributed to this report.',
  ])('%s credits who made it', (line) => {
    expect(labelOf(page('', `<p>${line}</p>`), line, 'text/html')).toBe('byline');
    expect(labelOf(flat('', line), line, 'text/plain')).toBe('byline');
  });

  it('may be a short sentence', () => {
    const last = 'The council meets again on 4 March.';
    expect(labelOf(page('', `<p>${last}</p>`), last, 'text/html')).toBe('article');
    expect(labelOf(flat('', last), last, 'text/plain')).toBe('article');
  });

  it('may be a short sentence, but not a headline, above the head of a list', () => {
    const raw = `KLWR 6 News\nHome\nCounty closes two bridges after inspection\nBy Dana Ruiz\nMay 3, 2031
The county closed two bridges over Mill Creek on Monday after inspectors found cracks in the steel, the sheriff said.
Drivers will have to take Route 9 until the end of June, according to the county engineer.
The board meets again June 11.\nStorm floods the mall\nMost read\nCopyright 2031 Gateway Media Inc.`;
    expect(labelOf(raw, 'The board meets', 'text/plain')).toBe('article');
    expect(labelOf(raw, 'Storm floods', 'text/plain')).not.toBe('article');
    expect(runIntake(raw).doc.layers.metadata!.site).toBe('KLWR 6 News');
  });

  it('give the reporter as author, not the editor', () => {
    const raw = flat('', 'Reporting by Nina Aslam; editing by Tom Reiss').replace('By Rohan Pell\n', '');
    expect(runIntake(raw).doc.layers.metadata!.authors).toEqual(['Nina Aslam']);
    const helped = runIntake(page('', '<p>Additional reporting by Nina Aslam</p>'), {
      mediaType: 'text/html',
    });
    expect(helped.doc.layers.metadata!.authors).toEqual([]);
  });
});
