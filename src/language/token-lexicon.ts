// Word lists of the tokeniser. Source: English usage as described in the UD English guidelines; own compilation.

/**
 * Abbreviations by whether the point belongs to them: `always`; `capital` when written with a capital and
 * not at the end of the sentence (they are also words: "Sat.", "Gen."); `number` when a number follows ("No. 5").
 */
export const ABBREVIATIONS: ReadonlyMap<string, 'always' | 'capital' | 'number'> = new Map([
  ...list(
    'always',
    `adm approx apr asst assn assoc attn aug ave bldg blvd brig bros capt cf cmdr co col corp cpl dec dept dr esp
    est etc feb fr ft ft-lb gov hon inc insp jr lt ltd maj messrs mr mrs ms mt nov oct op pfc ph pres prof pvt rd
    rev sen sens sept sgt sr st supt univ viz vs`,
  ),
  ...list(
    'capital',
    `fri gen jan jul jun mar messrs mon rep reps sat sec sun thu thur thurs tue tues wed calif ariz colo conn fla
    ill mass mich minn miss okla penn tenn tex wash wis ala ark ga ky la md mo neb nev va vt`,
  ),
  ...list('number', 'art ch fig no nos p pp para sec vol'),
]);

/** Prefixes that stay in one token with the word after their hyphen. */
export const UNSPLIT_PREFIXES: ReadonlySet<string> = new Set(
  `anti co counter e ex hyper infra inter intra macro mega meta micro mid mini multi neo non
  post pre pro proto pseudo psycho quasi re semi socio sub trans ultra un`.split(/\s+/),
);

/** Units that are split from a number written together with them: 5pm, 20km, 3bn. */
export const NUMBER_UNITS: ReadonlySet<string> = new Set(
  `am bn cm db ft gb ghz gw gwh hp hr hrs hz kb kg kgs khz km kmh kph kw kwh lb lbs m mb mg mhz min mins ml mm mn
  mph mw mwh pm sec tb tn trn c f g h k kbps mbps gbps px pp pc ppm`.split(/\s+/),
);

function list<K extends string>(kind: K, words: string): [string, K][] {
  return words.split(/\s+/).map((word) => [word, kind]);
}
