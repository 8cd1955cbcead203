import type { GateReport } from './gate.ts';

/** Where a fixture's gold lies, `fixtures/x/gold.json`, and the line of a raw offset in its input. */
export interface AnnotationPlaces {
  inputFile(fixture: string): string | null;
  lineAt(fixture: string, offset: number): number | null;
}

/**
 * GitHub workflow commands, one a line: an error for each fall and problem, a warning for each lost item (at its place
 * in the input), one notice that counts the gains.
 */
export function githubAnnotations(report: GateReport, places: AnnotationPlaces): string[] {
  const lines: string[] = [];
  const put = (level: string, fixture: string, title: string, message: string, at?: number) => {
    const file = places.inputFile(fixture);
    const line = file === null || at === undefined ? null : places.lineAt(fixture, at);
    const properties = [
      ...(file === null ? [] : [`file=${property(file)}`]),
      ...(line === null ? [] : [`line=${line}`]),
      `title=${property(title)}`,
    ];
    lines.push(`::${level} ${properties.join(',')}::${data(message)}`);
  };
  for (const { fixture, layer, figure, floor, value } of report.falls) {
    put(
      'error',
      fixture,
      `${fixture}: ${layer}`,
      `${figure} fell to ${value.toFixed(4)}, its floor is ${floor.toFixed(4)}`,
    );
  }
  for (const { fixture, problem } of report.problems) put('error', fixture, fixture, problem);
  for (const { fixture, layer, id, note, at } of report.lost) {
    put('warning', fixture, `${fixture}: ${layer} lost`, `${id} ${note}`, at);
  }
  if (report.gained.length > 0) {
    lines.push(
      `::notice title=${property('claimline eval')}::${data(`${report.gained.length} items gained`)}`,
    );
  }
  return lines;
}

/** Escapes as the runner's own toolkit does. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
