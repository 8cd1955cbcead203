import type { FixtureScore } from './baseline.ts';
import type { GateReport } from './gate.ts';
import { figureValue, totals } from './score.ts';

/**
 * JUnit XML: one suite a fixture and one for the total, one case a layer. A fall is a failure; a problem with the
 * fixture itself is a case `fixture` of its own. No times, so that the same result is the same file.
 */
export function junit(scores: readonly FixtureScore[], report: GateReport): string {
  const all = [...scores, { name: 'total', layers: totals(scores.map((score) => score.layers)) }];
  const unscored = [...new Set(report.problems.map((p) => p.fixture))].filter(
    (name) => !all.some((score) => score.name === name),
  );
  const suites = [...all, ...unscored.map((name) => ({ name, layers: [] }))].map(({ name, layers }) => {
    const cases = layers.map(({ layer, figures }) => {
      const failures = report.falls
        .filter((fall) => fall.fixture === name && fall.layer === layer)
        .map((f) => `${layer}.${f.figure} is ${f.value.toFixed(4)}, its floor is ${f.floor.toFixed(4)}`);
      const lost = report.lost.filter((change) => change.fixture === name && change.layer === layer);
      const out = Object.entries(figures).map(
        ([figure, value]) => `${figure} ${figureValue(value).toFixed(4)}`,
      );
      return { name: layer, failures, details: lost.map((l) => `lost ${l.id} ${l.note}`), out };
    });
    const problems = report.problems.filter((problem) => problem.fixture === name).map((p) => p.problem);
    if (problems.length > 0) cases.push({ name: 'fixture', failures: problems, details: [], out: [] });
    return { name, cases };
  });
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  const sum = (suite: (typeof suites)[number]) => suite.cases.filter((c) => c.failures.length > 0).length;
  const tests = suites.reduce((n, suite) => n + suite.cases.length, 0);
  const failed = suites.reduce((n, suite) => n + sum(suite), 0);
  lines.push(`<testsuites name="claimline eval" tests="${tests}" failures="${failed}" errors="0">`);
  for (const suite of suites) {
    lines.push(
      `  <testsuite name="${xml(suite.name)}" tests="${suite.cases.length}" failures="${sum(suite)}" errors="0" skipped="0">`,
    );
    for (const { name, failures, details, out } of suite.cases) {
      lines.push(`    <testcase classname="${xml(suite.name)}" name="${xml(name)}">`);
      if (failures.length > 0) {
        const body = [...failures, ...details].join('\n');
        lines.push(
          `      <failure message="${xml(failures.join('; '))}" type="floor">${xml(body)}</failure>`,
        );
      }
      if (out.length > 0) lines.push(`      <system-out>${xml(out.join('\n'))}</system-out>`);
      lines.push('    </testcase>');
    }
    lines.push('  </testsuite>');
  }
  lines.push('</testsuites>', '');
  return lines.join('\n');
}

/** Text as XML content or attribute; characters that XML 1.0 does not allow become U+FFFD. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;');
}
