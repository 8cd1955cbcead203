import { compile } from '../patterns.ts';
import { fixed, type Recogniser } from '../recogniser.ts';
import { fromReference } from '../scope.ts';
import { TRIGGER } from '../triggers.ts';

export const fiscalYear: Recogniser = {
  id: 'fiscal-year',
  about:
    'A fiscal or financial year by number or relation: `fiscal 1989`, `the current fiscal year`, `FY2024`.',
  needs: TRIGGER.fiscal,
  pattern: compile(
    `(?:(?:fiscal|financial)(?: year)? (?<year>(?:19|20)\\d\\d)|FY ?['’]?(?<short>(?:19|20)?\\d\\d)|(?<relation>the (?:current|latest|last|next|previous|coming)|this|last|next|the|its) (?:fiscal|financial|full|calendar|tax) year(?! (?:of|in) \\d)(?:,? (?<ended>(?:19|20)\\d\\d))?)`,
  ),
  matches: ['Spending fell in fiscal 1989.', 'They will cut it in the current fiscal year.'],
  rejects: ['the fiscal cliff', 'a full year'],
  values: [['Spending fell in fiscal 1989.', 'fiscal 1989', '1989']],
  read({ year, short, relation = '', ended }, around) {
    if (year !== undefined || ended !== undefined)
      return { ...fixed('DATE', (year ?? ended)!), unit: 'year' };
    if (short !== undefined)
      return { ...fixed('DATE', short.length === 4 ? short : `20${short}`), unit: 'year' };
    // Results for `the fiscal year ended Jan. 31`.
    if (/^the$/i.test(relation) && /^\s(?:ended|ending|to)\b/.test(around.after(8)))
      return fixed('DURATION', 'P1Y', { anchors: false });
    const shift = /last|latest|previous/i.test(relation) ? -1 : /next|coming/i.test(relation) ? 1 : 0;
    return { type: 'DATE', unit: 'year', resolve: (scope) => fromReference(scope, 'year', shift) };
  },
};
