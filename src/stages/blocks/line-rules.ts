import type { BlockLabel } from '../../core/layers.ts';
import { CLOCK, FULL_DATE, MONTH, WEEKDAY } from '../../lexicon/date-words.ts';
import type { PatternRule } from '../../rules/rule.ts';

/** Names a block of boilerplate by its words. */
export interface LineRule extends PatternRule {
  readonly label: Exclude<BlockLabel, 'article'>;
  /** Blocks of more words are not looked at. */
  readonly maxWords: number;
  /** True when the words alone decide, wherever the block stands; else they only name what is boilerplate anyway. */
  readonly certain: boolean;
}

const STAMP = '(?:Published|Posted|Updated|Last updated|First published|Created|Modified|Edited|Date)';
const DATE_TIME = `(?:${WEEKDAY},?\\s{1,2})?(?:${CLOCK},?\\s(?:on\\s)?)?(?:${WEEKDAY},?\\s)?${FULL_DATE}(?:,?\\s{0,2}(?:[-–—|•·@/]|at)?\\s{0,2}${CLOCK})?`;

/** First match wins; the table goes from the most to the least telling words. */
export const LINE_RULES: readonly LineRule[] = [
  {
    id: 'copyright-line',
    label: 'copyright',
    about: 'A line that opens with the copyright sign or reserves all rights.',
    pattern:
      /^\W{0,3}(?:copyright\b|©|\(c\)\s?\d{4})|\ball rights reserved\b|©\s?(?:copyright\s)?\d{4}|^this material may not be published, broadcast/i,
    maxWords: 90,
    certain: true,
    matches: ['Copyright © 2031 - The Harbor Post', '© 2031 Valley Media. All Rights Reserved.'],
    rejects: ['The copyright case went to trial on Monday.', 'Copying is allowed.'],
  },
  {
    id: 'cookie-notice',
    label: 'cookie-notice',
    about:
      'Consent to cookies and tracking; watch out for articles about cookies, which say neither we nor our.',
    pattern:
      /\b(?:we|our (?:website|site|partners)|this (?:web)?site|by (?:continuing|clicking|using))\b.{0,120}\bcookies?\b|^(?:accept|reject|manage|allow)(?: all)?(?: cookies)?$|\bcookie (?:policy|settings|preferences)\b.{0,40}$|^(?:these|necessary|functional|performance|targeting|social media|advertising|analytics?) cookies (?:are|allow|help|enable|collect|may|let|track|gather|make)\b|\b(?:store|place|set|block|accept|reject|disable|delete|manage)s? (?:[a-z-]+ ){0,3}cookies\b.{0,40}\byour (?:browser|device|computer|preferences)\b|\bcookies\b.{0,60}\b(?:on|in) your (?:browser|device|computer)\b|\b(?:cookies?|(?:California )?Consumer Privacy Act|CCPA)\b.{0,120}\b(?:opt[- ]out|sale of your personal (?:information|data))\b/i,
    maxWords: 200,
    certain: true,
    matches: [
      'We use cookies to give you the best experience.',
      'Accept all cookies',
      'Cookie Policy',
      'Targeting cookies may be set by our partners.',
      'When you visit a site, it may store cookies on your browser.',
    ],
    rejects: [
      'The bakery sold 300 cookies on Saturday.',
      'These cookies sold out in an hour.',
      'She left the cookies on the porch.',
    ],
  },
  {
    id: 'dateline-stamp',
    label: 'publication-date',
    about: 'A full date alone in its line, with or without a clock and a word such as Published.',
    pattern: new RegExp(
      `^(?:${STAMP}(?:\\s(?:on|at))?\\s?[:|-]?\\s{0,2})?${DATE_TIME}\\W{0,3}$|^${STAMP}(?:\\s(?:on|at))?\\s?[:|-]?\\s{0,2}${DATE_TIME}.{0,60}$|^${DATE_TIME}\\s?[|/•·-]?\\s?(?:Last )?Updated\\b.{0,60}$`,
      'i',
    ),
    maxWords: 16,
    certain: true,
    matches: [
      'February 3, 2031',
      'Friday, 3 February 2031 14:05 GMT',
      'Published: 3 Feb 2031',
      'Updated Feb. 3, 2031 at 9:15 a.m. EST',
    ],
    rejects: ['On February 3, 2031, the council met again.', 'February 3'],
  },
  {
    id: 'relative-stamp',
    label: 'publication-date',
    about: 'An age alone in its line, as teasers and comments carry it.',
    pattern:
      /^\W{0,3}(?:(?:published|posted|updated)\s)?(?:an?|\d{1,3})\s?(?:min(?:ute)?s?|h(?:ou)?rs?|h|days?|d|weeks?|months?|years?)\s(?:ago|read)\W{0,2}$/i,
    maxWords: 6,
    certain: true,
    matches: ['3 hours ago', 'Updated 2 days ago', '4 min read'],
    rejects: ['Two years ago the bridge fell.'],
  },
  {
    id: 'short-stamp',
    label: 'publication-date',
    about: 'A day and month with a clock, alone in its line.',
    pattern: new RegExp(`^${MONTH}\\s\\d{1,2},?\\s(?:at\\s)?${CLOCK}$|^${CLOCK}$`, 'i'),
    maxWords: 6,
    certain: true,
    matches: ['Dec 23, 1:21 PM', '9:45 a.m. EST'],
    rejects: ['Dec 23 was a cold day.'],
  },
  {
    id: 'byline-by',
    label: 'byline',
    about: 'By or Written by and one or more names; the names are in capitals or begin with them.',
    pattern:
      /^(?:(?:Written|Posted|Published|Reported|Story|Article|Words|Report|Edited|Reviewed|Text|Photos?)\s)?(?:[Bb]y|BY)\s?:?\s{0,2}(?:the\s|The\s)?\p{Lu}[\p{L}'’.-]*(?:(?:,?\s(?:and|AND|&|in|for|of|de|van|von|la|bin|al|der|with)|,|\s[-–—|•·/])?\s\(?@?[\p{Lu}\d][\p{L}\d'’.,:@/-]*\)?){0,14}\W{0,2}$/u,
    maxWords: 18,
    certain: true,
    matches: ['By Jane Doe', 'Written By: Jane Doe', 'BY JANE DOE AND JOHN ROE', 'By Jane Doe, Staff Writer'],
    rejects: [
      'By Monday the river had risen two metres.',
      'By then it was over.',
      'By Jane Doe and her sister',
    ],
  },
  {
    id: 'name-and-date',
    label: 'byline',
    about: 'A name and a full date with a mark between, nothing else.',
    pattern: new RegExp(
      `^(?:\\p{Lu}[\\p{L}'’.-]+\\s){1,3}\\p{Lu}[\\p{L}'’-]+\\s?[|·•,/–—-]\\s?${DATE_TIME}\\W{0,3}$`,
      'u',
    ),
    maxWords: 14,
    certain: true,
    matches: ['Jane Doe · 3 February 2031', 'Jane A. Doe | February 3, 2031'],
    rejects: ['Jane Doe', 'The fire of 3 February 2031', 'Doe · 3 February 2031'],
  },
  {
    id: 'author-label',
    label: 'byline',
    about: 'A line that says Author and a name.',
    pattern: /^(?:author|reporter|correspondent)s?\s?:\s{0,2}\p{Lu}.{2,60}$/iu,
    maxWords: 10,
    certain: true,
    matches: ['Author: Jane Doe'],
    rejects: ['The author of the report declined to speak.'],
  },
  {
    id: 'credit-line',
    label: 'byline',
    about:
      'Who else made the story: Reporting by, Additional reporting by, Editing by, and who contributed to the report.',
    pattern:
      /^\W{0,2}(?:[Ww]ith\s)?(?:(?:[Aa]dditional|[Ff]urther|[Ee]xtra|[Oo]riginal)\s)?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Rr]esearch|[Tt]ranslation|[Pp]roduction|[Vv]ideo|[Gg]raphics?|[Dd]ata analysis|[Cc]ompiled|[Ee]dited|[Tt]ranslated|[Ff]act-check(?:ed|ing)?)(?:,?\s(?:and|&)\s(?:reporting|writing|editing|research|photography|production))?\s(?:by|from)\s(?:the\s|The\s)?\p{Lu}[^.!?]{2,160}(?:\.[^.!?]{0,60}){0,4}\W{0,3}$|^(?:The\s)?\p{Lu}[^.!?]{2,160}\bcontributed\s(?:(?:additional|further)\s)?(?:reporting|research|to\s(?:this|the)\s(?:report|reporting|story|article|piece|post))(?:\sfrom\s[^.!?]{2,40})?\W{0,3}$/u,
    maxWords: 40,
    certain: true,
    matches: [
      'Reporting by Jane Doe in Skerry; Editing by John Roe',
      '(Additional reporting by Jane Doe)',
      'With reporting from Jane Doe.',
      'Jane Doe in Skerry and John Roe in Harbor City contributed to this report.',
      'The Harbor Press contributed reporting from Skerry.',
    ],
    rejects: [
      'Reporting by the panel is due in May.',
      'The oil contributed to this report of a slick, the mayor said on Monday.',
      'The heat contributed to the fire.',
    ],
  },
  {
    id: 'role-line',
    label: 'byline',
    about: "A writer's role or an agency alone in its line, below the name.",
    pattern:
      /^(?:by\s)?(?:the\s)?(?:(?:senior|staff|chief|deputy|assistant|associate|special|guest|contributing|freelance|national|foreign|local|city|metro|political|politics|sports?|business|health|science|education|crime|courts?|features?|news|environment|technology|arts|investigative|general assignment|digital|associated press|reuters)\s){0,4}(?:(?:(?:news|staff|features?)\s)?(?:writer|reporter|correspondent|columnist)|news editor|sports editor|business editor|political editor|city editor|contributor|associated press)$/i,
    maxWords: 6,
    certain: true,
    matches: ['Staff writer', 'Senior Politics Reporter', 'Associated Press', 'BUSINESS EDITOR'],
    rejects: ['The reporter left.', 'Writer wins prize', 'A staff of writers'],
  },
  {
    id: 'author-bio-is',
    label: 'author-bio',
    about: 'A person presented as the writer: is a reporter for, covers, can be reached at, follow her on.',
    pattern:
      /^\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+){0,3}\s(?:is|was|has been|covers|writes|reports|joined)\b.{0,80}\b(?:reporter|writer|editor|journalist|correspondent|columnist|contributor|blogger|covers|covering|writes|freelance|author of|reports on)\b.{0,300}(?:\bcovers|\bcovering|\bwrites|\bwriting|\breporting|\bher work|\bhis work|\btheir work|@|\bfollow\b|\bbased in|\bjoined|\bfor (?:the|\p{Lu})|\bat (?:the|\p{Lu}))/u,
    maxWords: 140,
    certain: false,
    matches: ['Jane Doe is a senior reporter at the Harbor Post, covering schools.'],
    rejects: ['The mayor is a former teacher.'],
  },
  {
    id: 'author-bio-first-person',
    label: 'author-bio',
    about: "A writer presenting themself: I'm Jane Doe, a writer who.",
    pattern:
      /^(?:Hi,?\s|Hello,?\s)?(?:I['’]m|I am|My name is)\s\p{Lu}[\p{L}'’-]+\s\p{Lu}[\p{L}'’-]+.{0,160}\b(?:writer|journalist|reporter|editor|blogger|author|contributor|columnist)\b/u,
    maxWords: 140,
    certain: true,
    matches: ["I'm Jane Doe, a writer who loves old ships.", 'My name is Jane Doe, and I am a journalist.'],
    rejects: ["I'm not going to sell the house, said the writer.", 'I am sure that the editor knew.'],
  },
  {
    id: 'author-contact',
    label: 'author-bio',
    about: 'How to reach or follow the writer.',
    pattern:
      /^(?:contact|email|follow|reach|write to)\s.{0,60}(?:@|\bat\b\s\S+@|\bon (?:twitter|x|facebook|instagram|threads|bluesky|linkedin)\b)|\b(?:can be reached|reach (?:him|her|them)) (?:at|on|by|via)\b|^follow (?:him|her|them|me|us)\b/i,
    maxWords: 40,
    certain: true,
    matches: ['Follow her on Twitter @janedoe', 'Jane Doe can be reached at jdoe@example.org'],
    rejects: ['Residents may follow the parade on foot.'],
  },
  {
    id: 'newsletter-signup',
    label: 'newsletter',
    about: 'An offer to sign up or subscribe, or to get stories by mail.',
    pattern:
      /^(?:sign up|subscribe|join|get|enter your|register)\b.{0,140}\b(?:newsletters?|inbox|email|e-mail|alerts?|updates|briefing|daily digest)\b|\b(?:sign up|subscribe)\b.{0,60}\b(?:newsletter|inbox|e-?mails?|channel|podcast)\b|\bdelivered (?:straight |directly )?to your inbox\b|^(?:sign up|subscribe|subscribe (?:now|today)|subscribe for|email address|your email(?: address)?|newsletters?|create (?:an )?account)\b.{0,24}$|\bnewsletters?\b.{0,160}\b(?:sign up|subscribe)(?: (?:here|now|today|for free))?\W{0,2}$|^by (?:signing up|submitting|subscribing|clicking|registering|providing)\b.{0,60}\byou\b|^(?:thank you|thanks) for (?:signing up|subscribing)/i,
    maxWords: 70,
    certain: true,
    matches: [
      'Sign up for our morning newsletter',
      'Get the top stories in your inbox',
      'Subscribe today',
      'By signing up you agree to our terms',
      'The Morning newsletter is our guide to the day. Sign up here.',
    ],
    rejects: ['She had to sign up for a second job.', 'The council got an email from the firm on Friday.'],
  },
  {
    id: 'advert-mark',
    label: 'advert',
    about: 'The word that announces an advertisement or sponsored matter, or an affiliate notice.',
    pattern:
      /^\W{0,2}(?:advert(?:isement|ising)?s?|sponsored(?: content| links?| by.{0,40})?|paid content|promoted(?: stories| content)?|ad(?: choices)?|story continues below.{0,30}|article continues (?:after|below).{0,40}|continue reading below.{0,40}|scroll to continue.{0,40}|remove ads?|advertise with us|ad feedback|promo)\W{0,2}$|\b(?:affiliate (?:commission|links?|partnerships?)|we (?:may|might) (?:earn|receive|get|make) (?:an? )?(?:affiliate |small )?(?:commission|money|compensation))\b|^(?:shop|buy) (?:now|here)\W{0,3}$/i,
    maxWords: 70,
    certain: true,
    matches: [
      'Advertisement',
      'Article continues below',
      'We may earn a commission from links on this page.',
    ],
    rejects: ['The advertisement ran for three weeks.', 'The commission may earn its money back.'],
  },
  {
    id: 'share-bar',
    label: 'share-bar',
    about: 'Words of buttons that share, print or save; names of networks alone.',
    pattern:
      /^(?:share|tweet|pin(?: it)?|print|e?-?mail|save|copy link|link copied|facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|telegram|flipboard|instagram|youtube|tiktok|threads|bluesky|like|bookmark|listen|play|pause|mute|text size|follow us.{0,40}|follow|like us on .{0,30}|share (?:this|on|via|with|to|story|article|options|your thoughts).{0,40}|(?:email|print|save|bookmark|gift) (?:this )?(?:article|story|page).{0,20}|view (?:full )?gallery|click to (?:share|email|print).{0,50}|opens in (?:a )?new window.{0,10}|post to .{0,20}|print article|\d{1,6}\s?(?:shares|likes|views)|shares?|a{2,3}|read aloud|listen to (?:this )?(?:article|story).{0,30}|add (?:us )?(?:as (?:a )?preferred source )?on google.{0,30})(?:\s?[|/•·,]?\s?(?:share|tweet|pin(?: it)?|print|e?-?mail|save|facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|telegram|flipboard|comments?|copy link|\d{1,6})){0,12}\W{0,2}$/i,
    maxWords: 16,
    certain: true,
    matches: ['Share on Facebook', 'Facebook Twitter Email', 'Print', '124 shares'],
    rejects: [
      'Share prices fell on Tuesday after the news.',
      'Twitter said it would appeal the ruling today.',
    ],
  },
  {
    id: 'comments-line',
    label: 'comments',
    about: 'Heads and buttons of a comment section.',
    pattern:
      /^(?:(?:\d{1,6}|no|add|view|show|see|load|leave|post|write|join|read|hide|all|more|be the first to|what do you think|have your say|start the|recent|sort by|reply|leave a|post a|join the|view all|show all|load more|add a|add your|read all)\s){0,2}\d{0,6}\s?\(?(?:comments?|conversation|discussion|reply|replies|responses?|cancel reply|leave a reply)\b.{0,24}$|^\W{0,2}(?:reply|report|report abuse|report comment|leave a reply|log in to (?:comment|reply).{0,20}|you must be logged in to.{0,30}|comments (?:are|have been) (?:closed|disabled|turned off).{0,40}|please read our (?:comment|commenting).{0,60}|your email address will not be published.{0,60}|join the conversation.{0,60}|have your say.{0,40})\W{0,2}$|\bcomments? (?:policy|guidelines|section|powered by)\b/i,
    maxWords: 24,
    certain: true,
    matches: ['24 Comments', 'Leave a reply', 'Add your comment', 'Comments are closed.'],
    rejects: [
      'Comments by the minister drew anger at home.',
      'The conversation turned to money and then to war.',
    ],
  },
  {
    id: 'story-pointer',
    label: 'teaser',
    about: 'A line that points to one other story: Read more, See also or Related, a colon and its headline.',
    pattern:
      /^\W{0,3}(?:related(?:\s(?:story|article|reading|coverage))?|read (?:more|also|next|this|now)|also read|see also|watch(?: also| now)?|(?:play|watch) video|must read|don['’]t miss|recommended|more on this|listen)\s?[:»>|–-]\s{0,2}\S.{8,200}$/i,
    maxWords: 30,
    certain: true,
    matches: [
      'Play video: Ten years of the new bridge',
      'Read more: The students who sleep in the library',
      'SEE ALSO: Ten years of the new bridge',
      'Related: Ten years of the new bridge',
    ],
    rejects: [
      'Read more',
      'Read more books, the minister said.',
      'Related costs rose by a third in one year.',
    ],
  },
  {
    id: 'related-head',
    label: 'related',
    about: 'Heads and pointers of lists of other stories.',
    pattern:
      /^\W{0,3}(?:(?:related|similar|recommended|popular|trending|latest|recent|featured|top|more|other|further|also|see|editor['’]?s?|editors['’]?|most|suggested|relevant|explore|next|previous|prev|up|breaking)\s?){1,3}(?:(?:on|in|from)\s(?:this|the|our|\p{L}+)\s?)?(?:posts?|articles?|stories|story|news|reading|links?|topics?|coverage|content|videos?|picks?|pick|headlines?|reads?|viewed|popular|shared|commented|now|next|by|for you|tags?|from|on|like this|choice|items|reports?|features?|columns?)\b.{0,30}$|^(?:read|see|watch|listen|learn|click here|find out) (?:more|also|next|now|full|here|the full|this next|the rest|related)\b.{0,6}[:>»]|^(?:more|latest|read more|see more|see also|read also|also read|related|recommended|trending|popular|around the web|you (?:may|might) (?:also )?(?:like|be interested).{0,30}|don['’]t miss.{0,20}|what to read next|up next|most popular|most read|in this (?:article|story)|you may also enjoy|from our partners|from around the web|what we['’]re reading|in case you missed it.{0,10}|top stories|latest news|explore more|filed under|tags?|topics?|read full (?:article|story)|show more|load more|view more|view all|see all|keep reading|continue reading|learn more)\W{0,3}$|^(?:filed under|tags?|topics?|categories|more on|more about|more from|read more about|posted in|in this story|explore)\s?:?\s.{0,80}$/iu,
    maxWords: 14,
    certain: true,
    matches: [
      'Related Posts',
      'More from Politics',
      'You may also like',
      'Tags: budget, roads',
      'READ MORE: Old bridge',
    ],
    rejects: [
      'More than 40 people came.',
      'Related costs rose by a third in one year.',
      'Read the law closely, he said.',
    ],
  },
  {
    id: 'correction-note',
    label: 'correction',
    about: 'A note that corrects, clarifies or updates the story, or says how it was made.',
    pattern:
      /^(?:\W{0,2}(?:correction|clarification|editor['’]?s['’]? note|editors['’] note|update(?: note)?)\s?[:–—-]|this (?:story|article|post|piece|report|headline|version of this article)\s(?:has been|was|is being|have been)\s(?:updated|corrected|amended|edited|clarified|changed|republished|first published|originally published)|an earlier version of this\b|a previous version of this\b)/i,
    maxWords: 90,
    certain: true,
    matches: ['Correction: An earlier text gave a wrong age.', 'This story has been updated.'],
    rejects: ['The correction sent prices down.', 'This story begins in 1950.'],
  },
  {
    id: 'caption-credit',
    label: 'caption',
    about: 'A picture or video caption: opens with FILE or Photo, or ends in a credit.',
    pattern:
      /^\W{0,2}(?:FILE\s?[-–—:]|FILE PHOTO|(?:Photo(?:graph)?s?|Image|Picture|Video|Illustration|Credit|Source|Getty Images|Screenshot|Courtesy|Caption|Pictured?|Watch)\s?(?:credits?|by|courtesy|via|of|from|source)?\s?[:/©]|(?:Getty|AFP|Reuters|AP Photo|iStock|Shutterstock|Alamy)\b.{0,50}$|image:|\(?(?:Image|Photo|Picture) (?:credit|by|courtesy|via)\b|Courtesy of\b)|(?:\(|\[|[-–—|/]\s?|©\s?|photo by |photo: |credit: |image: |courtesy )[^()[\]]{0,60}\b(?:Getty(?: Images)?|AP(?: Photo)?|Reuters|AFP|EPA|Shutterstock|iStock|Alamy|via (?:AP|Getty.{0,8})|Bloomberg|USA TODAY Sports|Unsplash|Wikimedia(?: Commons)?|File(?: Photo)?|Handout|Press Association|PA Wire|PA)\b[^()[\]]{0,30}[)\]]?\W{0,2}$|\((?:photo|image|picture|credit|illustration)\s?(?:by|credit|courtesy|:)[^()]{1,60}\)\W{0,2}$|^(?:video|photo|image)\W{0,2}$|^(?:image|photo|media|figure) (?:caption|source|copyright)\b|\([^()/]{3,40}\s?\/\s?[^()/]{2,40}\b(?:photo|images?|pictures?|file|staff|press|news|archive)\)\W{0,2}$|[.!?]["”]?\s(?:photo(?:graph)?|image|picture|credit|illustration)s?(?:\scredit)?\s?(?::|\bby\b)\s?[^.!?]{3,60}$/i,
    maxWords: 90,
    certain: true,
    matches: [
      'FILE - A ferry leaves the harbor on May 3, 2029.',
      'Photo: Jane Doe',
      'A ferry leaves the harbor. (Jane Doe/Getty Images)',
      'A plow works along the highway on Tuesday. (Jane Doe / Courier photo)',
      'A still from the film. Photo: Harbor Pictures',
    ],
    rejects: [
      'The photo shows a ferry.',
      'The bill passed (as did the Smith / Jones amendment).',
      'Reuters reported the deal first, and others followed later that same day in the week.',
    ],
  },
  {
    id: 'page-chrome',
    label: 'navigation',
    about: 'Links that every site has: skip links, search, menus, terms, policies.',
    pattern:
      /^(?:(?:skip|jump) to (?:main |the )?(?:content|navigation|search|article|footer).{0,20}|(?:main )?menu|open menu.{0,20}|close(?: menu)?|search(?: .{0,24})?|home(?:page)?|contact(?: us)?|about(?: us)?|privacy(?: policy| notice| statement)?|terms(?: .{0,24})?|terms & conditions|careers|jobs|advertise(?: .{0,20})?|site ?map|help(?: cent(?:er|re))?|faqs?|rss(?: feeds?)?|back to (?:top|home|article|.{0,20})|my account|account|log ?(?:in|out)|sign ?(?:in|out)|register|log ?in \W ?(?:register|sign up|subscribe)|subscriptions?|e-?paper|your (?:us |state |california )?(?:state )?privacy (?:rights|choices)|do not (?:sell|share).{0,50}|accessibility(?: .{0,24})?|cookie (?:policy|settings|preferences)|next|previous|prev|more|loading\W{0,4}|please wait\W{0,4}|toggle .{0,20}|expand.{0,20}|collapse.{0,20}|table of contents|weather|editions?|videos?|podcasts?|live|shows?|sections?|ok|got it|yes|no|cancel|submit|go)\W{0,2}$/i,
    maxWords: 8,
    certain: true,
    matches: ['Skip to main content', 'Privacy Policy', 'Home', 'Terms of Use'],
    rejects: ['Home prices rose again.', 'Search teams found the boat on Sunday after a long night.'],
  },
  {
    id: 'breadcrumb',
    label: 'navigation',
    about: 'The path to the page, from Home on.',
    pattern: /^(?:home|front page|news)\s?(?:[›»>→]|\s[/|:]\s)\s?\p{L}.{0,120}$/iu,
    maxWords: 24,
    certain: true,
    matches: ['Home › Transport', 'Home / News / The ferry runs late', 'News > Local'],
    rejects: ['Home: a house of one room', 'News of the ferry came late.'],
  },
  {
    id: 'paywall-note',
    label: 'newsletter',
    about: 'Words of a pay or login wall.',
    pattern:
      /\b(?:already (?:a subscriber|have an account|a member)|to continue reading|subscribers? only|create (?:a|your) free account|free articles? (?:left|remaining)|unlimited (?:digital )?access|cancel any ?time|become a (?:member|subscriber|patron)|support (?:our|independent) journalism|make a (?:donation|contribution)|donate (?:now|today))\b|\b(?:your|reader) (?:support|contributions?|donations?|gifts?|membership) (?:helps?|allows?|enables?|keeps?|makes?|funds?|powers?) (?:us|our|the|journalism|to)\b|\b(?:with your (?:help|support), we|our (?:newsroom|journalists|reporters)\b.{0,200}\byour (?:help|support)\b)/i,
    maxWords: 90,
    certain: true,
    matches: [
      'Already a subscriber? Log in',
      'Cancel any time.',
      'Your support helps us keep the news free.',
      'With your help, we can go on asking.',
    ],
    rejects: ['Access to the valley was limited.', 'Members paid the fee again in March.'],
  },
  {
    id: 'no-letters',
    label: 'icon',
    about: 'No letter at all, or a single one: separators, arrows, counters.',
    pattern: /^[^\p{L}]{0,12}\p{L}?[^\p{L}]{0,12}$/u,
    maxWords: 4,
    certain: true,
    matches: ['/', '•', '12', '»'],
    rejects: ['On', 'by sea'],
  },
  {
    id: 'icon-name',
    label: 'icon',
    about: 'Name of an icon, as flattening leaves it from alternative texts and icon fonts.',
    pattern:
      /^(?:magnifying glass|search icon|hamburger|hamburger menu|arrow(?:[-_ ](?:left|right|up|down))?|chevron(?:[-_ ](?:left|right|up|down))?|caret(?:[-_ ]\w{2,5})?|cross|close icon|menu icon|logo|icon|play icon|play button|envelope|bookmark icon|user icon|share icon|facebook icon|twitter icon|instagram icon|youtube icon|spinner|calendar icon|clock icon|comment icon|camera icon|bell icon|expand icon|plus|minus|ellipsis)$/i,
    maxWords: 3,
    certain: true,
    matches: ['chevron-down', 'Search icon'],
    rejects: ['The icon was sold.', 'arrow makers'],
  },
];

/** The first rule that names these words, or null. */
export function ruleFor(text: string, words: number): LineRule | null {
  const head = text.length > 1200 ? text.slice(0, 1200) : text;
  for (const rule of LINE_RULES) {
    if (words <= rule.maxWords && rule.pattern.test(head)) return rule;
  }
  return null;
}
