import { Dependents } from '../../core/dependents.ts';
import type { TokenTable } from '../../core/tokens.ts';
import {
  ENVISAGING_VERBS,
  PROGRAMME_VERBS,
  PROSPECTIVE_ADJECTIVES,
  PROSPECTIVE_NOUNS,
  PROSPECTIVE_VERBS,
  SCHEDULING_VERBS,
} from '../../lexicon/prospective-words.ts';
import type { Tense } from './scope.ts';

const MODALS: ReadonlySet<string> = new Set(
  "will 'll ’ll shall would 'd ’d may might could can should must wo ca ought".split(' '),
);
/** Prepositions before a date up to which something is to be done. */
const LIMIT: ReadonlySet<string> = new Set(['by', 'before', 'until', 'till', 'for', 'to']);
const PAST_TAGS: ReadonlySet<string> = new Set(['VBD', 'VBN']);
const BOUND: ReadonlySet<string> = new Set(['by', 'before', 'until', 'till']);
/** Steps up the tree; a sentence that nests deeper says nothing certain. */
const DEPTH = 8;

/** A direction; `present` is a programme (`opens in May`) or an age of its own, and weaker than `future`. */
export type TreeReading = Tense | 'present';

/**
 * Which way the clause around a date looks, read off the dependency trees of a document: the verb that governs
 * the date, its auxiliaries, and what governs that verb in turn (`agreed to meet Monday`, `is due to open in June`).
 */
export class TreeTense {
  readonly #text: string;
  readonly #tokens: TokenTable;
  #built: Dependents | undefined;

  constructor(text: string, tokens: TokenTable) {
    this.#text = text;
    this.#tokens = tokens;
  }

  /** The reading for the date at `[start, end)`; `none` where the tree does not tell. */
  at(start: number, end: number): TreeReading {
    const tokens = this.#tokens;
    const first = tokens.tokenAt(start);
    if (first >= tokens.length || tokens.columns.start[first]! >= end) return 'none';
    let top = first;
    for (let steps = 0; steps < DEPTH; steps++) {
      const head = tokens.head(top);
      if (head < 0 || tokens.columns.start[head]! >= end || tokens.columns.end[head]! <= start) break;
      top = head;
    }
    // `for Tuesday and Wednesday`: as the first of the row.
    for (
      let steps = 0;
      steps < DEPTH && tokens.deprel(top) === 'conj' && this.#isNominal(tokens.head(top));
      steps++
    )
      top = tokens.head(top);
    const preposition = this.#preposition(top);
    if (preposition === 'since') return 'past';
    // `Monday’s vote`, `a June agreement`: of the noun, whose verb says little of it.
    const relation = tokens.deprel(top);
    if (relation === 'nmod:poss') return this.#possessor(top);
    if (relation === 'compound' || relation === 'amod') return 'none';
    // `announced Friday`: a bare date right behind a verb is that verb's, whatever the parser took it for.
    if (preposition === '' && first === top && first > 0 && PAST_TAGS.has(tokens.xpos(first - 1)))
      return this.#predicate(first - 1, top, '', true, 0);
    // `The deadline is Thursday`: the date is the predicate.
    if (tokens.head(top) < 0 || this.#has(top, 'cop')) return this.#copula(top);
    const found = this.#governor(top, preposition);
    // `We have to balance the books by March.`
    return found === 'present' && BOUND.has(preposition) ? 'future' : found;
  }

  get #dependents(): Dependents {
    return (this.#built ??= new Dependents(this.#tokens));
  }

  /** The token's lemma is among the words; a lemmatiser that drops a silent `e` (`postpon`) is forgiven. */
  #among(words: ReadonlySet<string>, token: number): boolean {
    const lemma = this.#tokens.lemma(token).toLowerCase();
    return words.has(lemma) || words.has(`${lemma}e`);
  }

  /** A verb, or what the tree makes one by its auxiliary, `to` or subject (the tagger takes `to debate` for a noun). */
  #isPredicate(token: number): boolean {
    const upos = this.#tokens.upos(token);
    if (upos === 'VERB' || upos === 'AUX') return true;
    for (const kid of this.#dependents.of(token)) {
      const relation = this.#tokens.deprel(kid);
      if (
        relation === 'cop' ||
        relation === 'aux' ||
        relation === 'nsubj' ||
        (relation === 'mark' && this.#form(kid) === 'to')
      )
        return true;
    }
    return false;
  }

  #isNominal(token: number): boolean {
    const upos = this.#tokens.upos(token);
    return upos === 'PROPN' || upos === 'NOUN' || upos === 'NUM';
  }

  #form(token: number): string {
    return this.#tokens.text(this.#text, token).toLowerCase();
  }

  #has(token: number, relation: string): boolean {
    return this.#child(token, relation) >= 0;
  }

  #child(token: number, relation: string): number {
    for (const kid of this.#dependents.of(token)) if (this.#tokens.deprel(kid) === relation) return kid;
    return -1;
  }

  #preposition(token: number): string {
    const kid = this.#child(token, 'case');
    if (kid >= 0) return this.#form(kid);
    const mark = this.#child(token, 'mark');
    return mark < 0 ? '' : this.#form(mark);
  }

  #copula(token: number): TreeReading {
    const cop = this.#child(token, 'cop');
    if (cop < 0) return 'none';
    for (const kid of this.#dependents.of(token)) {
      if (this.#tokens.deprel(kid) === 'aux' && MODALS.has(this.#form(kid))) return 'future';
      if (this.#tokens.deprel(kid) === 'aux') return 'past';
    }
    return this.#tokens.xpos(cop) === 'VBD' ? 'past' : 'present';
  }

  /** What a clause to come says of its subject is weak, and a clause that is over says nothing sure. */
  #ofSubject(subject: number, date: number): TreeReading {
    const verb = this.#tokens.head(subject);
    const reading = verb < 0 ? 'none' : this.#predicate(verb, date, '', true, 0);
    return reading === 'future' ? 'present' : 'none';
  }

  /** `March’s edition pulled in`: what a subject has done is over; of anything else the verb says little. */
  #possessor(date: number): TreeReading {
    const tokens = this.#tokens;
    const noun = tokens.head(date);
    if (noun < 0 || tokens.deprel(noun) !== 'nsubj') return 'none';
    return this.#predicate(tokens.head(noun), date, '', true, 0) === 'past' ? 'past' : 'none';
  }

  /** Climbs from the date to the predicate that it belongs to. */
  #governor(top: number, preposition: string): TreeReading {
    const tokens = this.#tokens;
    let at = tokens.head(top);
    let direct = true;
    for (let steps = 0; at >= 0 && steps < DEPTH; steps++) {
      const upos = tokens.upos(at);
      if (this.#isPredicate(at)) return this.#predicate(at, top, preposition, direct, 0);
      if (upos === 'ADJ' && this.#among(PROSPECTIVE_ADJECTIVES, at)) return 'future';
      // `the deadline of Friday`, `a proposal for June`: but not `Monday’s proposal`.
      if (
        upos === 'NOUN' &&
        at < top &&
        this.#among(PROSPECTIVE_NOUNS, at) &&
        (LIMIT.has(preposition) || preposition === 'of')
      )
        return 'future';
      // `On Tuesday, the league plans to hold ...`, its verb taken for a noun
      if (tokens.head(at) < 0 && top < at && this.#among(PROSPECTIVE_NOUNS, at) && this.#has(at, 'acl'))
        return 'future';
      direct = false;
      // `the attack in June will be looked into`: what the clause says of its subject is of another time.
      if (tokens.deprel(at).startsWith('nsubj')) return this.#ofSubject(at, top);
      at = tokens.head(at);
    }
    return 'none';
  }

  #predicate(verb: number, date: number, preposition: string, direct: boolean, depth: number): TreeReading {
    const tokens = this.#tokens;
    if (depth > DEPTH) return 'none';
    const lemma = tokens.lemma(verb).toLowerCase();
    const xpos = tokens.xpos(verb);
    let modal = '';
    let have = false;
    let had = false;
    let pastBe = false;
    let presentBe = false;
    let bareBe = false;
    let did = false;
    let infinitive = false;
    for (const kid of this.#dependents.of(verb)) {
      const relation = tokens.deprel(kid);
      // `was due to open`, which some trees make a preposition of
      if (relation === 'mark' && /^(?:to|due)$/.test(this.#form(kid))) infinitive = true;
      if (relation !== 'aux' && relation !== 'aux:pass' && relation !== 'cop') continue;
      const form = this.#form(kid);
      const kind = tokens.lemma(kid).toLowerCase();
      if (tokens.xpos(kid) === 'MD' || (MODALS.has(form) && !/^['’]d$/.test(form))) modal = form;
      else if (kind === 'have') {
        have = true;
        had ||= tokens.xpos(kid) === 'VBD';
      } else if (kind === 'be') {
        if (tokens.xpos(kid) === 'VBD') pastBe = true;
        else if (form === 'be') bareBe = true;
        else if (tokens.xpos(kid) === 'VBZ' || tokens.xpos(kid) === 'VBP') presentBe = true;
      } else if (kind === 'do') did = tokens.xpos(kid) === 'VBD';
    }
    if (modal !== '') return have && modal !== 'will' ? 'past' : 'future';
    // `appears to have been hit in January`
    if (had || (infinitive && have)) return 'past';
    if (this.#scheduled(verb, lemma, date, preposition)) return 'future';
    if (infinitive) return pastBe || presentBe ? 'future' : this.#infinitive(verb, date, depth);
    // `insisted that the camp be cleared by Friday`
    if (bareBe && !have) return 'future';
    if (have || pastBe || did) return 'past';
    if (tokens.upos(verb) !== 'VERB' && tokens.upos(verb) !== 'AUX') {
      // A noun or adjective with `is`.
      if (presentBe && this.#among(PROSPECTIVE_ADJECTIVES, verb)) return 'future';
      // `when polling stations open`, taken for an adjective
      const programme = this.#among(PROGRAMME_VERBS, verb) && this.#has(verb, 'nsubj');
      return (presentBe || programme) && direct ? 'present' : 'none';
    }
    if (presentBe) return direct && !this.#headline(verb) ? 'present' : 'none';
    // `A train hit a lorry`: the parser cannot tell it from a present.
    if ((xpos === 'VB' || xpos === 'VBP') && UNCHANGED.has(this.#form(verb)) && this.#has(verb, 'nsubj'))
      return 'past';
    switch (xpos) {
      case 'VBD':
        return 'past';
      case 'VBN':
        // `a summit set for Rome in April`
        if (tokens.deprel(verb) === 'acl' && this.#among(SCHEDULED, verb)) return 'future';
        // `want the operation done by Thursday`
        return LIMIT.has(preposition) && this.#wanted(verb) ? 'future' : 'past';
      case 'VBZ':
      case 'VBP':
        // `Storm closes schools on Tuesday`
        if (this.#among(DONE_TO, verb) && this.#headline(verb) && this.#hasNounAfter(verb, date))
          return 'past';
        // `sees two cuts before Christmas`
        if (!direct) return BOUND.has(preposition) && !this.#headline(verb) ? 'present' : 'none';
        if (this.#among(PROGRAMME_VERBS, verb)) return this.#headline(verb) ? 'present' : 'future';
        return this.#headline(verb) || this.#among(REPORTING, verb) ? 'none' : 'present';
      case 'VBG': {
        const above = tokens.head(verb);
        if (above < 0 || depth > DEPTH) return 'none';
        if (lemma === 'start' || lemma === 'begin') return 'none';
        const outer = this.#above(above, date, depth);
        // `shortly after opening Friday`
        if (outer === 'none' && AFTER.has(this.#preposition(verb))) return 'past';
        // `the show, opening on Saturday, has ...`
        return outer === 'none' && tokens.deprel(verb) === 'acl' && this.#among(PROGRAMME_VERBS, verb)
          ? 'present'
          : outer;
      }
      case 'VB':
        return this.#base(verb, date, depth);
      default:
        return 'none';
    }
  }

  /** `ordered a vote for June`, `postponed it until Monday`, `ruled out a visit in August`. */
  #scheduled(verb: number, lemma: string, date: number, preposition: string): boolean {
    if (verb > date) return false;
    if (LIMIT.has(preposition) && this.#among(SCHEDULING_VERBS, verb)) return true;
    // `gave them until Friday to reply`
    if (lemma === 'give' && (preposition === 'until' || preposition === 'till')) return true;
    // `set a trial date of October 6`
    const object = preposition === 'of' ? this.#child(verb, 'obj') : -1;
    if (object >= 0 && DATED.has(this.#tokens.lemma(object))) return true;
    if (lemma === 'rule' && !this.#has(verb, 'compound:prt')) return false;
    if (!this.#among(ENVISAGING_VERBS, verb)) return false;
    // Its object stands between: `forecast in October that` tells when it was forecast.
    for (const kid of this.#dependents.of(verb)) {
      const relation = this.#tokens.deprel(kid);
      if (kid > verb && kid < date && (relation === 'obj' || relation === 'nsubj')) return true;
    }
    const passive = this.#child(verb, 'nsubj:pass');
    return passive >= 0 && passive < verb;
  }

  /** A verb with `to`: as its governor has it. */
  #infinitive(verb: number, date: number, depth: number): TreeReading {
    const tokens = this.#tokens;
    const above = tokens.head(verb);
    const relation = tokens.deprel(verb);
    // A headline: `Senate to debate aid on Thursday`.
    if (above < 0) return 'future';
    const upos = tokens.upos(above);
    if (upos === 'NOUN' || upos === 'PROPN') {
      if (this.#has(above, 'cop') || relation === 'advcl') return this.#above(above, date, depth);
      if (tokens.head(above) < 0 || this.#wanted(verb)) return 'future';
      return this.#among(PROSPECTIVE_NOUNS, above) ? 'future' : this.#above(above, date, depth);
    }
    if (upos === 'ADJ') {
      if (this.#among(PROSPECTIVE_ADJECTIVES, above)) return this.#isPerfect(above) ? 'past' : 'future';
      return this.#above(above, date, depth);
    }
    // After an object the parser often takes what is ordered for a purpose.
    if (
      this.#among(PROSPECTIVE_VERBS, above) &&
      (relation !== 'advcl' || !this.#has(above, 'obj') || tokens.lemma(above) !== 'call')
    )
      return this.#isPerfect(above) ? 'past' : 'future';
    return this.#above(above, date, depth);
  }

  /** A bare verb: an order, a headline, or the clause of a demand (`insisted that he leave by Monday`). */
  #base(verb: number, date: number, depth: number): TreeReading {
    const tokens = this.#tokens;
    const above = tokens.head(verb);
    const relation = tokens.deprel(verb);
    if (above < 0) return 'future';
    if (relation === 'conj') return this.#predicate(above, date, '', true, depth + 1);
    if (relation === 'xcomp' || relation === 'ccomp')
      return this.#among(PROSPECTIVE_VERBS, above) ? 'future' : this.#above(above, date, depth);
    return 'none';
  }

  #above(above: number, date: number, depth: number): TreeReading {
    const tokens = this.#tokens;
    let at = above;
    for (let steps = 0; at >= 0 && steps < DEPTH; steps++) {
      if (this.#isPredicate(at)) return this.#predicate(at, date, '', true, depth + 1);
      at = tokens.head(at);
    }
    return 'none';
  }

  /** What is said of the object of `ordered`, `wants`: `ordered the ministry to reply`, `called on men to gather`. */
  #wanted(verb: number): boolean {
    const tokens = this.#tokens;
    const noun = tokens.head(verb);
    const above = noun < 0 ? -1 : tokens.head(noun);
    return (
      above >= 0 &&
      (tokens.deprel(noun) === 'obj' || tokens.deprel(noun) === 'obl') &&
      this.#among(PROSPECTIVE_VERBS, above) &&
      !this.#isPerfect(above)
    );
  }

  #isPerfect(verb: number): boolean {
    for (const kid of this.#dependents.of(verb))
      if (
        this.#tokens.deprel(kid) === 'aux' &&
        this.#tokens.lemma(kid).toLowerCase() === 'have' &&
        this.#tokens.xpos(kid) === 'VBD'
      )
        return true;
    return false;
  }

  /** A noun of the verb's stands between it and the date: its object, whatever the parser calls it. */
  #hasNounAfter(verb: number, date: number): boolean {
    for (const kid of this.#dependents.of(verb))
      if (kid > verb && kid < date && /^(?:obj|nsubj)/.test(this.#tokens.deprel(kid))) return true;
    return false;
  }

  /** The sentence has no full stop: a headline, whose present tense tells of the past. */
  #headline(verb: number): boolean {
    const tokens = this.#tokens;
    let root = verb;
    for (let steps = 0; steps < 3 * DEPTH && tokens.head(root) >= 0; steps++) root = tokens.head(root);
    const last = this.#dependents.high[root]!;
    return !/[.!?;:"”’')]/.test(
      this.#text.slice(tokens.columns.end[last]! - 1, tokens.columns.end[last]! + 2),
    );
  }
}

const AFTER: ReadonlySet<string> = new Set(['after', 'since']);

/** Nouns that name a point to come. */
const DATED: ReadonlySet<string> = new Set(['date', 'deadline', 'target']);

/** Verbs whose past is their base form. */
const UNCHANGED: ReadonlySet<string> = new Set(
  'beat bet broadcast burst cast cost cut forecast hit hurt let put quit read rid set shed shut split spread thrust upset'.split(
    ' ',
  ),
);

/** Participles after a noun that put it on the calendar. */
const SCHEDULED: ReadonlySet<string> = new Set(
  'book due expect plan propose schedule set slate tip'.split(' '),
);

/** Of those on a programme the ones that in a headline with an object tell what was done. */
const DONE_TO: ReadonlySet<string> = new Set('begin close end open resume return run start'.split(' '));

/** Verbs that in the present report what was said or shown before. */
const REPORTING: ReadonlySet<string> = new Set(
  'say tell add note argue claim write report show mark recall remember suggest reveal describe explain know think believe'.split(
    ' ',
  ),
);
