import { describe, expect, it } from 'vitest';
import { type Baseline, baselineOf, type FixtureScore, parseBaseline } from '../../src/gold/baseline.ts';
import { type GateInput, gate } from '../../src/gold/gate.ts';
import { githubAnnotations } from '../../src/gold/github-annotations.ts';
import { junit } from '../../src/gold/junit.ts';
import { counts, type Item, type LayerScore, ratio } from '../../src/gold/score.ts';

const item = (id: string, outcome: Item['outcome'], at = 0): Item => ({ id, outcome, note: `<${id}>`, at });

/** Four claims of which those named are missed, and as many too many as asked. */
function claims(missed: readonly string[], tooMany: readonly string[] = [], polarity = [3, 4]): LayerScore {
  const all = ['c1', 'c2', 'c3', 'c4'];
  return {
    layer: 'claims',
    figures: {
      claims: counts(4 - missed.length, tooMany.length, missed.length),
      polarity: ratio(polarity[0]!, polarity[1]!),
    },
    items: [
      ...all.map((id) => item(`claims/${id}`, missed.includes(id) ? 'missed' : 'right', 10)),
      ...tooMany.map((id) => item(`claims/+${id}`, 'spurious', 20)),
    ],
  };
}

const fixture = (name: string, ...layers: LayerScore[]): FixtureScore => ({ name, layers });

function check(scores: readonly FixtureScore[], baseline: Baseline, more: Partial<GateInput> = {}) {
  return gate({ scores, baseline, tolerance: 0, known: new Map(), broken: [], complete: true, ...more });
}

describe('the gate', () => {
  const before = [fixture('a', claims(['c1', 'c2'])), fixture('b', claims([], ['x']))];
  const baseline = baselineOf(before);

  it('passes what has not changed, and survives JSON', () => {
    expect(parseBaseline(JSON.parse(JSON.stringify(baseline)))).toEqual(baseline);
    expect(check(before, baseline)).toEqual({ passed: true, falls: [], gained: [], lost: [], problems: [] });
  });

  it('never sets a floor above what was measured', () => {
    const third = baselineOf([fixture('a', claims(['c1'], ['x', 'y']))]);
    expect(third.fixtures.a!.claims!.figures.claims).toBe(0.6666);
  });

  it('names what was gained and lost, and fails when a figure falls', () => {
    const report = check([fixture('a', claims(['c2', 'c3', 'c4'])), before[1]!], baseline);
    expect(report.passed).toBe(false);
    expect(report.gained.map(({ id }) => id)).toEqual(['claims/c1']);
    expect(report.lost.map(({ id, at }) => `${id} ${at}`)).toEqual(['claims/c3 10', 'claims/c4 10']);
    expect(report.falls.map(({ fixture, figure }) => `${fixture} ${figure}`)).toEqual([
      'a claims',
      'total claims',
    ]);
  });

  it('passes when as much is gained as lost', () => {
    const report = check([fixture('a', claims(['c2', 'c3'])), before[1]!], baseline);
    expect(report).toMatchObject({ passed: true, falls: [] });
    expect(report.lost).toHaveLength(1);
  });

  it('counts a spurious answer that is gone as gained, a new one as lost', () => {
    const report = check([before[0]!, fixture('b', claims([], ['y']))], baseline);
    expect(report.gained.map(({ id }) => id)).toEqual(['claims/+x']);
    expect(report.lost.map(({ id }) => id)).toEqual(['claims/+y']);
  });

  it('does not call a wrong slot of a newly found claim lost', () => {
    const withSlot = (missed: readonly string[], of: string): LayerScore => {
      const layer = claims(missed);
      return { ...layer, items: [...layer.items, item(`claims/${of}.time`, 'wrong')] };
    };
    const lost = (of: string) =>
      check([fixture('a', withSlot(['c2'], of)), before[1]!], baseline).lost.map(({ id }) => id);
    expect(lost('c1')).toEqual([]);
    expect(lost('c3')).toEqual(['claims/c3.time']);
  });

  it('tolerates a fall as large as it is told', () => {
    const fallen = [fixture('a', claims(['c1', 'c2', 'c3'])), before[1]!];
    expect(check(fallen, baseline, { tolerance: 0.1 }).passed).toBe(false);
    expect(check(fallen, baseline, { tolerance: 0.3 }).passed).toBe(true);
  });

  it('keeps a floor of shares of the found over all articles only', () => {
    const one = [fixture('a', claims(['c1', 'c2'], [], [2, 4])), fixture('b', claims([], ['x'], [4, 4]))];
    expect(check(one, baseline).passed).toBe(true);
    const both = [fixture('a', claims(['c1', 'c2'], [], [2, 4])), before[1]!];
    expect(check(both, baseline).falls.map(({ fixture, figure }) => `${fixture} ${figure}`)).toEqual([
      'total polarity',
    ]);
  });

  it('fails a fixture that nothing records, that is gone, that is broken or has lost a layer', () => {
    const problems = (report: ReturnType<typeof check>) =>
      report.problems.map(({ fixture, problem }) => `${fixture}: ${problem}`).join('\n');
    const more = check([...before, fixture('c', claims([]))], baseline);
    expect(problems(more)).toContain('c: has no floors in the baseline, so nothing uses it');
    const fewer = check([before[0]!], baseline);
    expect(problems(fewer)).toContain('b: has floors in the baseline and is gone');
    expect(check([before[0]!], baseline, { complete: false }).passed).toBe(true);
    const broken = check([before[0]!], baseline, { broken: [{ name: 'b', problem: 'has no gold.json' }] });
    expect(broken.passed).toBe(false);
    expect(problems(broken)).toBe('b: has no gold.json');
    const layerless = check([before[0]!, fixture('b')], baseline);
    expect(problems(layerless)).toContain('b: claims.claims has a floor and is no longer measured');
    const other: LayerScore = { ...claims([]), layer: 'quotes' };
    expect(problems(check([before[0]!, fixture('b', claims([], ['x']), other)], baseline))).toContain(
      'b: quotes has no floor',
    );
    for (const report of [more, fewer, layerless]) expect(report.passed).toBe(false);
  });

  it('wants a declared failure to fail', () => {
    const declare = (id: string) =>
      check(before, baseline, { known: new Map([['a', [{ item: id, why: 'hard' }]]]) }).problems.map(
        ({ problem }) => problem,
      );
    expect(declare('claims/c1')).toEqual([]);
    expect(declare('claims/c3')).toEqual([expect.stringContaining('no longer fails')]);
    expect(declare('claims/c9')).toEqual([expect.stringContaining('names no item')]);
    expect(declare('claims/+gone')).toEqual([expect.stringContaining('no longer fails')]);
  });

  it('writes JUnit XML with a case for each layer', () => {
    const scores = [fixture('a', claims(['c1', 'c2', 'c3'], ['"<&>'])), before[1]!];
    const report = check(scores, baseline, { broken: [{ name: 'c', problem: 'has no gold.json' }] });
    const xml = junit(scores, report);
    expect(xml).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites [^>]*tests="4" failures="3" errors="0">/,
    );
    expect(xml).toContain('<testsuite name="a" tests="1" failures="1"');
    expect(xml).toContain('<testsuite name="b" tests="1" failures="0"');
    expect(xml).toContain('<testcase classname="c" name="fixture">');
    expect(xml).toContain('lost claims/+&quot;&lt;&amp;&gt; spurious: &lt;claims/+');
    expect(xml.match(/<testcase /g)).toHaveLength(4);
    expect(xml.match(/<\/testcase>/g)).toHaveLength(4);
  });

  it('writes annotations with the file and line they are about', () => {
    const report = check([fixture('a', claims(['c1', 'c2', 'c3'])), before[1]!], baseline);
    const lines = githubAnnotations(report, {
      inputFile: (name) => (name === 'total' ? null : `fixtures/${name}/input.txt`),
      lineAt: (_, offset) => offset,
    });
    expect(lines[0]).toBe(
      '::error file=fixtures/a/input.txt,title=a%3A claims::claims fell to 0.4000, its floor is 0.6666',
    );
    expect(lines[1]).toMatch(/^::error title=total%3A claims::/);
    expect(lines[2]).toBe(
      '::warning file=fixtures/a/input.txt,line=10,title=a%3A claims lost::claims/c3 missed: <claims/c3>',
    );
    expect(lines).toHaveLength(3);
  });

  it('escapes what would end an annotation', () => {
    const problem = { fixture: 'a', problem: '100%\nbroken, yes' };
    const [line] = githubAnnotations(
      { passed: false, falls: [], gained: [], lost: [], problems: [problem] },
      { inputFile: () => 'x,y.txt', lineAt: () => null },
    );
    expect(line).toBe('::error file=x%2Cy.txt,title=a::100%25%0Abroken, yes');
  });
});
