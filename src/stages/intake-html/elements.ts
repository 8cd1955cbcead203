// What intake has to know about HTML elements (HTML Living Standard, rendering and tree construction sections).

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements whose start and end are the border of a block of text. */
export const BLOCK_ELEMENTS = set(
  'address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe label legend li main menu nav ol optgroup option p pre search section select summary table tbody td tfoot th thead tr ul video audio',
);

/** Elements without content. */
export const VOID_ELEMENTS = set(
  'area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr',
);

/**
 * Elements whose content is never part of the shown text. `object` and `applet` are not among them: what they hold is shown instead of a
 * plug-in, and no browser has plug-ins any more.
 */
export const SKIPPED_ELEMENTS = set(
  'script style template noscript noembed noframes svg math iframe canvas select datalist textarea title audio video map',
);

/** Inline elements that change the look of a word, so that their borders may stand inside one. */
export const FORMATTING_ELEMENTS = set(
  'abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark nobr q rp rt ruby s samp small strike strong sub sup tt u var wbr img br',
);

/** A start tag of these closes an open `p`. */
export const CLOSES_P = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul li dd dt td th tr tbody',
);

/** An open element of the first kind is closed by a start tag of the same group, up to the nearest border. */
export const SIBLINGS: Readonly<
  Record<string, { readonly closes: ReadonlySet<string>; readonly border: ReadonlySet<string> }>
> = {
  li: { closes: set('li'), border: set('ul ol menu dir') },
  dd: { closes: set('dd dt'), border: set('dl') },
  dt: { closes: set('dd dt'), border: set('dl') },
  td: { closes: set('td th'), border: set('tr table') },
  th: { closes: set('td th'), border: set('tr table') },
  tr: { closes: set('tr td th'), border: set('table tbody thead tfoot') },
  option: { closes: set('option'), border: set('select datalist') },
};

/** Class names that sites give to text for screen readers alone. */
export const SCREEN_READER =
  /(?:^| )(?:sr-only|visually-?hidden|screen-reader(?:-text)?|screenreader-?text|u-visually-hidden|a11y-hidden|offscreen|element-invisible)(?: |$)/;

/** The class by which the common style sheets (Bootstrap, Primer) hide an element, and those that show it on some screens. */
export const NOT_SHOWN = /(?:^| )d-none(?: |$)/;
export const SHOWN_WIDE = /(?:^| )d-(?:\w{1,4}-)?(?:block|flex|grid|inline(?:-\w+)?|table(?:-\w+)?)(?: |$)/;
