import type { EntityType } from '../../core/layers.ts';
import type { PatternRule } from '../../rules/rule.ts';

/** A pattern whose first group is a name of the type. In the examples the name stands in square brackets. */
export interface SpecialNameRule extends PatternRule {
  /** Null where what is found is no name at all. */
  readonly type: EntityType | null;
  /** The first word must be a known given name. */
  readonly givenName?: boolean;
  /** The name must be in title case: small words and figures aside, every word with a capital. */
  readonly titleCase?: boolean;
}

const WORK_NOUN =
  '(?:album|anthem|anthology|autobiography|ballad|ballet|biography|book|cartoon|comedy|documentary|drama|essay|exhibition|film|game|hit|memoir|miniseries|movie|musical|novel|novella|opera|painting|play|podcast|poem|report|series|show|single|sitcom|song|soundtrack|study|thriller|track|trilogy)s?';
const TITLE = '["“]([\\p{Lu}\\p{N}][^"“”\\n]{1,80}?)[,.]?["”]';
const CAPITAL = "\\p{Lu}[\\p{L}\\p{M}.’'-]{1,24}";

/**
 * Names of kinds that the name tagger lumps together or takes for people and bodies, where their form or the noun beside
 * them says plainly what they are. In order; the first that finds a name keeps it.
 */
export const SPECIAL_NAME_RULES: readonly SpecialNameRule[] = [
  {
    id: 'ticker',
    type: null,
    about: "A share's code in brackets.",
    matches: ['Norvia AB [(NRV.ST)] fell.', 'Norvia [(NYSE: NRV)] rose.', 'Norvia [(Nasdaq: NRV)] rose.'],
    rejects: ['The agency (FBI) said so.', 'the county (Kent) voted'],
    pattern:
      /(\((?:(?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|LON|TSX|ASX|OTC|HKEX|FRA|TYO|Euronext)[\p{L} ]{0,12}: ?[\p{Lu}\p{N}.-]{1,8}|[\p{Lu}\p{N}]{1,6}(?:[.=][\p{Lu}]{1,3})|\.[\p{Lu}]{2,6})\))/gu,
  },
  {
    id: 'holiday',
    type: null,
    about: 'A holiday whose words look like names.',
    matches: ["on [New Year's Eve] in Rome", "since [New Year's Day]", '[Christmas Eve] was quiet.'],
    rejects: ['Eve Carter spoke.', 'a new year began'],
    pattern:
      /\b(New Year['’]s (?:Eve|Day)|Christmas (?:Eve|Day)|(?:Valentine|Mother|Father|Patrick)['’]s Day)\b/gu,
  },
  {
    id: 'party-and-state',
    type: null,
    about: "A lawmaker's party and state.",
    matches: ['Rep. Ana Gil, [D-Calif.], said', 'Sen. Bo Reed [(R-Texas)] left'],
    rejects: ['D-Day veterans', 'an R-rated film'],
    pattern: /(?<=, )([DRI]-\p{Lu}[\p{L}.]{1,12})(?=,)|(\([DRI]-\p{Lu}[\p{L}.]{1,12}\))/gu,
  },
  {
    id: 'nickname-inside',
    type: 'PERSON',
    givenName: true,
    about: 'A nickname in marks between given name and surname.',
    matches: ['[Tony "The Hammer" Ruiz] was fined.', 'Police arrested [Ann “Lucky” Boyd].'],
    rejects: ['He said "Never" Monday.', 'The "Late Show" host left.'],
    pattern:
      /(?<![\p{L}-])(\p{Lu}[\p{Ll}\p{M}’'-]{1,20} ["“]\p{Lu}[\p{L}\p{M}’'-]{0,20}(?: \p{Lu}[\p{L}\p{M}’'-]{1,20}){0,2}["”] (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\p{Lu}[\p{Ll}\p{M}’'-]{1,20})(?![\p{L}-])/gu,
  },
  {
    id: 'company-by-legal-form',
    type: 'ORGANIZATION',
    about: 'A company with its legal form.',
    matches: [
      'Shares of [Voltane AB] fell.',
      '[Star Morning, Inc.] won',
      'The [Corbin Marine Co. Ltd.] ship',
      '[Lund & Berg LLP] said',
    ],
    rejects: ['Incorporated towns voted.', 'An AB battery', 'The SA police came.'],
    pattern: new RegExp(
      `(?<![\\p{L}-])((?:(?!The |In |At |And |An |A |For |Of |Chief |President )${CAPITAL},? |& ){1,5}?(?:(?:Co|Corp|Holdings?|Group)\\.?,? )?(?:(?:Inc|Ltd|Corp|Co|Pty)\\b\\.?|(?:LLC|LLP|PLC|Plc|plc|GmbH|AB|AG|ASA|NV|BV|SpA|Oyj|Bhd)\\b)(?:,? (?:Ltd|Inc)\\b\\.?)?)`,
      'gu',
    ),
  },
  {
    id: 'office-of-an-office-holder',
    type: 'ORGANIZATION',
    about: 'The office or department of a sheriff, prosecutor or the like, with the place that it serves.',
    matches: [
      "The [Mercer County Sheriff's Office] said",
      'the [Helm Police Department]',
      'the [Kent County District Attorney’s Office]',
    ],
    rejects: ["the sheriff's office", 'Police said.'],
    pattern: new RegExp(
      `\\b((?:(?!The |In |At )${CAPITAL} ){1,4}?(?:(?:Sheriff|Prosecutor|Attorney|Governor|Mayor|Coroner|Medical Examiner|Auditor|Attorney General)['’]s (?:Office|Department)|Police Department|Fire Department|Sheriff['’]s Dept\\.?))`,
      'gu',
    ),
  },
  {
    id: 'court-district',
    type: 'PLACE',
    about: 'A district of the federal courts.',
    matches: ['in the [Northern District of Ohio]', 'the [Southern District of New York] opened'],
    rejects: ['the northern district of the city', 'Northern Ohio'],
    pattern: new RegExp(
      `\\b((?:Northern|Southern|Eastern|Western|Middle|Central) District of ${CAPITAL}(?: (?!On |In )${CAPITAL})?)`,
      'gu',
    ),
  },
  {
    id: 'introduced-work',
    type: 'WORK',
    titleCase: true,
    about: 'A quoted title after a noun for a work.',
    matches: ['She wrote the novel "[The Salt Road]" in 1998.', 'His new single, “[Low Tide],” is out.'],
    rejects: ['In the film "we are done" is said twice.', 'The report said "no one is safe."'],
    pattern: new RegExp(`\\b${WORK_NOUN},?(?: (?:called|titled|entitled|named))?,? ${TITLE}`, 'giu'),
  },
  {
    id: 'titled-work',
    type: 'WORK',
    about: 'What a text or work is titled.',
    matches: ['A talk titled "[How rivers move]" drew a crowd.'],
    rejects: ['She was entitled to "every penny" of it.'],
    pattern: new RegExp(`\\b(?:titled|entitled),? ${TITLE}`, 'gu'),
  },
  {
    id: 'work-in-apposition',
    type: 'WORK',
    titleCase: true,
    about: 'A quoted title that a noun for a work explains after a comma.',
    matches: [
      '"[Night Harvest]," a film about bees, opened on Friday.',
      '“[Low Tide],” her third novel, won.',
    ],
    rejects: ['"Not Now," a man in the film crew shouted.', '"We Won," the coach said.'],
    pattern: new RegExp(
      `["“]([\\p{Lu}\\p{N}][^"“”\\n]{1,80}?),["”] (?:an?|the|his|her|their|its|whose)(?: [\\p{L}\\p{N}’'-]{1,20}){0,3}? ${WORK_NOUN}(?! \\p{L}+ (?:said|says|shouted|asked|added))\\b`,
      'gu',
    ),
  },
  {
    id: 'performed-work',
    type: 'WORK',
    titleCase: true,
    about:
      'A quoted title after what is done in or with works alone: starring in, the author of, a sequel to.',
    matches: ['He starred in "[Harbour of Lies]" last year.', 'Bo Lind, author of "[Cold Ground]", spoke.'],
    rejects: ['He spoke of "Peace Now" to them.'],
    pattern: new RegExp(
      `\\b(?:star(?:s|red|ring)? (?:opposite [\\p{L} ]{1,30} )?in|(?:authors?|directors?|stars?|creators?|writers?|adaptation|production|cast|episodes?) of|sequel to|directed|performed|co-wrote) ${TITLE}`,
      'gu',
    ),
  },
  {
    id: 'storm',
    type: 'EVENT',
    about: 'A named storm.',
    matches: [
      '[Tropical Storm Nadia] weakened.',
      'After [Hurricane Ezra], schools shut.',
      '[Super Typhoon Koto] hit.',
    ],
    rejects: [
      'The Hurricane Research Division flew in.',
      'The Storm beat the Broncos.',
      'Hurricane Season began.',
    ],
    pattern:
      /\b((?:Post-|Super |Severe )?(?:Tropical (?:Storm|Depression|Cyclone)|Winter Storm|Hurricane|Typhoon|Cyclone|Storm) (?!Cent(?:er|re)|Season|Watch|Warning|Hunters?|Surge)\p{Lu}[\p{Ll}\p{M}]{2,20})(?![\p{L}\p{M}-])(?! \p{Lu})/gu,
  },
  {
    id: 'war-or-rising',
    type: 'EVENT',
    about: 'A war, revolution, rising or massacre by its capitalised name.',
    matches: [
      'He fought in the [Vietnam War].',
      'the [Second World War] ended',
      'since [World War II] began',
      'the [Cold War] years',
    ],
    rejects: ['The War Department replied.', 'the Imperial War Museum', 'A war began.'],
    pattern: new RegExp(
      `\\b(World War (?:I{1,3}|[12]|One|Two)|(?:(?!The |In |After |During |Before |Since |Until |When |A |An |As )${CAPITAL} ){1,3}(?:Wars?|Revolution|Uprising|Intifada|Genocide|Massacre|Insurrection|Famine))\\b(?! \\p{Lu})`,
      'gu',
    ),
  },
  {
    id: 'contest-or-festival',
    type: 'EVENT',
    about: 'A tournament, games or festival by its capitalised name.',
    matches: [
      'They won the [World Cup] twice.',
      'the [Winter Olympics] in Turin',
      'shown at the [Lucerne Film Festival]',
      'She won the [Australian Open].',
      'the [COP27] talks',
    ],
    rejects: ['the Olympic Committee', 'the World Cup Organizing Committee', 'Open Society pays.'],
    pattern: new RegExp(
      `\\b((?:(?!The |In |At |After |During |Before |Since |A |An )${CAPITAL} ){0,3}(?:World Cup|Olympics|Olympic Games|Paralympics|Paralympic Games|Commonwealth Games|Asian Games|Super Bowl(?: [IVXL]{1,7})?|World Series|Grand Prix|(?:Film|Music|Jazz|Book|Literary) Festival|World Championships?|European Championships?|Champions Cup|Fashion Week)|(?:Australian|French|U\\.S\\.|US|British|Italian|Scottish) Open|COP ?\\d{1,2})\\b(?! \\p{Lu})`,
      'gu',
    ),
  },
  {
    id: 'act',
    type: 'LAW',
    about: 'An act by its title; its year belongs to it.',
    matches: [
      'under the [Water Rights Act of 1965]',
      "the state's [Fair Housing and Homes Act]",
      'the [Prevention of Harm Act]',
    ],
    rejects: ['They act of 1990 no more.', 'Sister Act opened.', 'The Act failed.'],
    pattern: new RegExp(
      `(?<=\\b(?:[Tt]he|[Uu]nder|[Oo]f|[Ii]ts|[Aa]|[Aa]n)(?: \\d{4})? |['’]s? )((?:(?!The )${CAPITAL},? (?:(?:and|of|for|the|to|in|on|against) ){0,2}){1,8}Act(?: of (?:1[6-9]|20)\\d\\d)?)\\b(?! \\p{Lu})`,
      'gu',
    ),
  },
  {
    id: 'amendment',
    type: 'LAW',
    about: 'An amendment by its number.',
    matches: ['He took the [Fifth Amendment].', 'the [14th Amendment] says'],
    rejects: ['A second amendment was offered.'],
    pattern:
      /\b((?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|(?:Thir|Four|Fif|Six|Seven|Eigh|Nine)teenth|Twent(?:ieth|y-\p{L}{4,7})|\d{1,2}(?:st|nd|rd|th)) Amendment)\b/gu,
  },
  {
    id: 'treaty',
    type: 'LAW',
    about: 'A treaty, protocol or accord by its capitalised name.',
    matches: [
      'the [Treaty of Ghent]',
      'the [Kyoto Protocol]',
      'the [Good Friday Agreement]',
      'the [Geneva Conventions]',
    ],
    rejects: ['a treaty of peace', 'the Democratic National Convention', 'Protocol Labs grew.'],
    pattern: new RegExp(
      `\\b(Treaty of ${CAPITAL}|(?:(?!The |In |Under |A |An )${CAPITAL} ){1,3}(?:Treaty|Protocol|Accords?|Agreement|Conventions(?= ))|Geneva Conventions?)\\b(?! \\p{Lu})`,
      'gu',
    ),
  },
  {
    id: 'vessel-by-prefix',
    type: 'PRODUCT',
    about: 'A ship with its prefix.',
    matches: ['[HMS Resolute] sailed.', 'aboard the [USS Clara Finn] in May', 'the [MV Sea Otter] sank'],
    rejects: ['USS was renamed.', 'HMS is short for it.'],
    pattern: new RegExp(
      `\\b((?:HMS|USS|RMS|MV|HMCS|HMAS|USNS|RRS) ${CAPITAL}(?: (?!on |in )${CAPITAL}){0,2})(?![\\p{L}-])`,
      'gu',
    ),
  },
  {
    id: 'vessel-by-noun',
    type: 'PRODUCT',
    about: 'A ship or craft after the noun for it.',
    matches: [
      'The ferry [Silver Tern] ran aground.',
      'the oil tanker [Bright Sun] burned',
      'the rover [Pathway] landed',
    ],
    rejects: ['The ferry Captain Ola Berg left.', 'The yacht Monday was empty.', 'The vessel sank.'],
    pattern:
      /\b(?:ferry|tanker|trawler|yacht|freighter|frigate|destroyer|submarine|warship|(?:cruise|cargo|container|hospital|research|rescue) ship|vessel|aircraft carrier|schooner|ocean liner|icebreaker|lifeboat|bulk carrier|spacecraft|rover|space probe) (?!(?:Captain|Capt|Company|Club|Group|Inc|Ltd|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b)(\p{Lu}[\p{Ll}\p{M}'’-]{1,20}(?: \p{Lu}[\p{Ll}\p{M}'’-]{1,20}){0,2})(?![\p{L}\p{M}-])/gu,
  },
  {
    id: 'aircraft-or-weapon',
    type: 'PRODUCT',
    about: 'A model of aircraft, tank or drone by its number.',
    matches: ['Two [F-16]s took off.', 'a [Boeing 737 MAX] landed', 'an [Airbus A320neo]', 'an [MQ-9] drone'],
    rejects: ['an F-1 visa', 'Covid-19 cases rose', 'the G-7 met'],
    pattern:
      /(?<![\p{L}\p{N}-])((?:Boeing|Airbus) A?\d{3}(?:neo|ceo)?(?: (?:MAX|Max|Dreamliner))?(?:-\d{1,4})?|(?:[ABCFJTP]-\d{2,3}|(?:Su|MiG|Tu|Mi|Il|An|AH|UH|MQ|RQ|KC)-\d{1,3})[A-Z]{0,2})(?=s?(?![\p{L}\p{N}-]))/gu,
  },
  {
    id: 'consumer-product',
    type: 'PRODUCT',
    about: 'A product line known worldwide, with its version.',
    matches: ['The [iPhone 16 Pro] sold out.', 'on [Windows 11]', 'ask [ChatGPT]', 'a [PlayStation 5]'],
    rejects: ['The windows 11 metres up broke.'],
    pattern:
      /(?<![\p{L}\p{N}-])((?:iPhone|iPad|iPod|iMac|MacBook|AirPods|PlayStation|Xbox|Kindle|Windows(?= (?:\d|XP|Vista))|ChatGPT|Android(?= \d))(?: (?:\d{1,2}|XP|Vista|Pro|Max|Plus|Air|Mini|Ultra|Series [XS]|One)){0,3})(?=s?(?![\p{L}\p{N}-]))/gu,
  },
  {
    id: 'medicine-or-software',
    type: 'PRODUCT',
    about: 'A medicine, app or device after the noun for it.',
    matches: ['the drug [Nervalin] was sold', 'its chatbot [Ask Otto] failed', 'the messaging app [Pidgn]'],
    rejects: [
      'the drug maker Novara said',
      'a drug Enforcement case',
      'the app Monday',
      'The App Store closed.',
    ],
    pattern:
      /\b(?:drug|medicine|medication|vaccine|painkiller|antidepressant|app|chatbot|smartphone)(?: called| named)? (?!(?:Enforcement|Administration|Authority|Agency|Lord|King|Store|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b)(\p{Lu}[\p{L}\p{M}\p{N}-]{2,20}(?: \p{Lu}[\p{Ll}\p{M}\p{N}-]{1,20})?)(?![\p{L}\p{M}-])/gu,
  },
];
