export function analyseText(_t: string, _d: string): any {
  return { layers: {} };
}
