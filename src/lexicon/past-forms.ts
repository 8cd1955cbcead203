// Irregular past tenses and past participles of English verbs, from any school grammar's table of irregular verbs.
// Forms that are also base forms (`cut`, `hit`, `read`) are listed where news mostly uses them in the past.

/** Past forms of irregular verbs, with `was`, `were`, `had`, `did`. */
export const PAST_FORMS: ReadonlySet<string> = new Set(
  `ago arose ate awoke beat became been befell began bent bet bid bit bled blew bore bought bound bred broke brought built burnt burst
came cast caught chose clung cost crept cut dealt did drank drew drove dug fed fell felt fled flew flung forbade forgot forgave fought
found froze gave got grew had has have having heard held hid hit hung hurt kept knelt knew laid lay leapt learnt led left lent lit lost
made meant met overcame overthrew overtook paid put quit ran rang rebuilt rode rose said sang sank sat saw sent sewed shook shone shot
shrank slept slew slid smelt sold sought spat sped spelt spent split spoke sprang spread spun stank stole stood strode strove struck stuck stung
swam swept swore swung taught thought threw told took tore undertook understood upheld upset was went were withdrew withstood woke won wore wove
wrote`.split(/\s+/),
);

/** Those that are participles too: `will be held`. */
export const PAST_PARTICIPLES: ReadonlySet<string> = new Set(
  `been begun bent bound bought broken brought built burnt caught chosen cut dealt done drawn driven fed felt fought found given gone grown heard held
hit hurt kept known laid led left lost made meant met paid put rebuilt seen sent shot sold sought spent split spoken spread struck swept sworn taken
taught thrown told torn understood upheld won worn written`.split(/\s+/),
);
