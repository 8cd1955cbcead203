// Given names by gender. Source: US Social Security Administration, national baby names 1880-2024 (public domain):
// names of at least 4,000 births; "either" where fewer than nine in ten births are of one gender.

const split = (names: string): readonly string[] => names.trim().split(/\s+/);

export const FEMALE_GIVEN_NAMES = split(`
  aaliyah abagail abbey abbie abbigail abby abigail abigale abigayle abrianna abrielle abril acacia ada adah
  adalee adaline adalyn adalynn addie addilyn addilynn addison addisyn addyson adela adelaide adele adelia
  adelina adeline adella adelle adelyn adelynn adilene adina adley adria adriana adriane adrianna adrianne
  adrienne adyson agatha agnes aida ailani ailany aileen ailyn aimee ainsley aisha aislinn aitana aiyana
  aiyanna aja alaia alaina alana alanah alani alanna alannah alaya alayah alayna alaysia alba alberta
  albertha albina alda alea aleah alecia aleena aleigha alejandra alena alene alesha alesia alessandra
  alessia aleta aletha alethea alexa alexandra alexandrea alexandria alexia alexus alexys alfreda alia aliah
  aliana alianna alice alicia alida alina aline alisa alisha alison alissa alisson alivia aliya aliyah aliza
  alize allegra allene allie allison ally allyson allyssa alma almeda alondra alora alta althea alvina alyce
  alycia alysa alyse alysha alysia alyson alyssa alyssia alyvia amaia amal amalia amanda amara amaris amaya
  amayah amber amberly amelia amelie america amethyst ami amia amiah amie amina aminah amira amirah amiya
  amiyah amora amy amya ana anabel anabella anabelle anahi anais analia analise anastacia anastasia anaya
  andie andrea andria angela angelia angelica angelina angeline angelique angelita angie anika anisa anisha
  anissa anita anitra aniya aniyah anjali anjelica ann anna annabel annabell annabella annabelle annalee
  annaliese annalisa annalise annamarie anne anneliese annelise annemarie annetta annette annie annika
  annmarie ansley antionette antoinette antonella antonette antonia anya april arabella araceli aracely
  ardith areli arely aretha aria ariadne ariah ariana arianna arianne ariella arielle ariya ariyah arleen
  arlene arleth arlette arline arya aryana aryanna asha ashanti ashely ashlee ashleigh ashley ashli ashlie
  ashly ashlyn ashlynn asia astrid athena aubree aubri aubrianna aubrie aubriella aubrielle audra audrey
  audriana audrianna audrie audrina augusta aundrea aura aurelia aurora autumn ava avah avalon avalynn averi
  averie aviana avianna avis aya ayah ayana ayanna ayesha ayla ayleen aylin azalea azaria azul bailee bambi
  barbara barbie barbra baylee bayleigh beatrice beatriz becky belen belinda bella belle belva benita
  berenice bernadette bernadine bernice berniece bernita berta bertha bertie bess bessie beth bethany betsy
  bette bettie bettina betty bettye beulah beverley beverly bianca birdie blaire blakely blanca blanch
  blanche blythe bobbi bonita bonnie bonny braelynn brandee brandi brandie brandy braylee brea breana breann
  breanna breanne bree brenda brenna breonna bria briana brianna brianne bridget bridgett bridgette briella
  brielle brigette brigid brigitte brinley brionna brisa bristol britany britney britni brittani brittanie
  brittany brittney brittni brooke brooklyn brooklynn bryana bryanna brylee bryleigh brynlee brynn cadence
  cailyn caitlin caitlyn caitlynn caleigh cali calista calla calli callie calliope cambria cami camila
  camilla camille candace candi candice candis candy capri cara caren cari carie carin carina carissa carla
  carlee carleen carleigh carlene carley carli carlie carlotta carly carlyn carma carmela carmelita carmella
  carol carolann carole carolee carolina caroline carolyn carolynn carrie caryl caryn casandra casie
  cassandra cassidy cassie cassondra cataleya catalina catharine catherine cathie cathleen cathrine cathryn
  cathy catina catrina cayla caylee cecelia cecile cecilia cecily celena celeste celestine celia celina
  celine chana chanda chandra chanel chanelle chantal chantel chantelle charis charissa charisse charity
  charla charlee charleen charleigh charlene charlette charli charline charlize charlotte charmaine chasity
  chastity chaya chelsea chelsey chelsi chelsie cheri cherie cherise cherish cherri cherrie cherry cheryl
  cheryle cheyanne cheyenne chiara china chiquita chloe chrissy christa christal christene christi
  christiana christie christin christina christine christy chrystal chyna ciara cielo ciera cierra cinda
  cindi cindy cinthia citlali claire clara clare clarice clarissa claudette claudia claudine clementine
  cleta clover coleen colette colleen collette concetta connie constance consuelo cora coral coraline
  cordelia cori corina corine corinna corinne cornelia corrina corrine courtney crista cristal cristin
  cristina cristine cristy crystal cydney cynthia dahlia daisha daisy daleyza dalia dalila dalilah damaris
  danae danelle danette dani dania danica daniela daniella danielle danika danita danna dannielle danyelle
  daphne dara darci darcie daria dariana darla darleen darlene darline dasha dasia davida davina dawn dawna
  dayana dayanara dayna deana deann deanna deanne deasia debbie debby debora deborah debra debrah dedra
  deena deidra deidre deirdre deja delana delaney delanie delfina delia delilah della delois delores deloris
  delphia delphine delta demetra demetria demi dena denice denise denisha denisse desirae desire desiree
  dessie destinee destiney destini destiny devorah diamond dian diana diane diann dianna dianne dina dinah
  dionne dixie diya dollie dolly dolores dominga dona donita donna dora dorcas doreen dorene doretha dori
  dorinda doris dorotha dorothea dorothy dortha dorthy dottie dovie dream dulce earlene earline earnestine
  easter eboni ebony echo eda edie edith edna edwina edythe effie eileen elaina elaine elana elayna elayne
  elda eldora eleanor eleanora eleanore elena eleni eliana elianna elicia elida elin elina elinor elisa
  elisabeth elise elissa eliza elizabeth elizebeth ella elle ellen elliana ellianna ellie elly elma elmira
  elna elnora elodie eloisa eloise elora elouise elsa elsie elva elvera elvia elvira elyse elysia elyssa ema
  emani ember emberly emelia emely emerald emerie emersyn emi emilee emilia emilie emily emma emmalee
  emmaline emmalyn emmalynn emmeline emmie emmy emogene enid era erica ericka erika erin erlinda erma erna
  ernestina ernestine eryn esme esmeralda esperanza essence essie esta estefani estefania estefany estela
  estella estelle ester esther estrella ethel ethelyn etta eugenia eula eulalia eunice eva evalyn evangelina
  evangeline eve evelin evelina evelyn evelyne evelynn everlee everleigh everly evette evie evonne fabiola
  faith fallon fannie fanny farah farrah fatima fawn faye felecia felicia felicity felisha fern fernanda
  ferne filomena fiona flor flora florence florene florine flossie floy fonda fran frances francesca
  franchesca francine francisca freda freida freya frida frieda gabriela gabriella gabrielle gail galilea
  gay gaye gayla gayle gaynell gearldine gemma gena genesis geneva genevieve georgene georgette georgia
  georgiana georgianna georgina geraldine geralyn geri gerri gertie gertrude gia giada giana gianna giavanna
  gigi gilda gillian gina ginger ginny giovanna gisela gisele giselle gisselle giuliana gladys glenda glenna
  gloria glory golda goldie grace gracelyn gracelynn gracie graciela gracyn grayce grecia greta gretchen
  gretta griselda guinevere gussie gwen gwendolyn gwyneth hadassah hadlee hadleigh hadley hailee hailey
  hailie haisley haleigh haley hali halie halle halley hallie hana hanna hannah harlee harleigh harmoni
  harmony harper harriet harriett harriette hattie haylee hayleigh hayley haylie hazel heather heaven
  heavenly heidi heidy helen helena helene hellen henrietta herlinda hester hettie hilary hilda hillary
  holley holli hollie holly honesty honey hope hortense hulda ida idella iesha ila ilana ileana ilene iliana
  ima imani imelda imogene ina india indie ines inez inga ingrid iola iona ione ireland irene iris irma
  isabel isabela isabell isabella isabelle isadora isela isha isis isla itzayana itzel iva ivana ivanna
  ivette ivonne ivy iyana iyanna izabella izabelle jacalyn jacey jaci jacie jacinda jackeline jacklyn jaclyn
  jacquelin jacqueline jacquelyn jacquelynn jacquline jada jade jaelyn jaelynn jaida jaimee jaimie jakayla
  jalisa jaliyah jalynn jami jamia jamila jamya jana janae janay jane janeen janel janell janelle janessa
  janet janeth janette janey janiah janice janie janine janis janiya janiyah janna jannette jannie jaqueline
  jaslyn jasmin jasmine jasmyn jasmyne jaunita jayda jayde jayla jaylah jaylee jayleen jaylene jaylynn jayna
  jayne jazlyn jazlynn jazmin jazmine jazmyn jazmyne jazzlyn jean jeana jeane jeanetta jeanette jeanie
  jeanine jeanna jeanne jeannette jeannie jeannine jemma jena jenelle jenesis jenifer jenna jenni jennie
  jennifer jenny jeraldine jeri jerilyn jerri jerrica jerrie jesenia jesica jessa jessenia jessica jessika
  jianna jill jillian jimena jo joan joana joanie joann joanna joanne jocelyn jocelyne jocelynn jodi joella
  joelle joellen johana johanna johnna joi joleen jolene jolie jolynn joni jonna jordyn jordynn josefa
  josefina joselin joselyn josephine josette josie joslyn journee journey journi jovie joy joyce joycelyn
  juana juanita judi judie judith judy juli julia juliana juliann julianna julianne julie juliet julieta
  juliette julisa julissa june juniper jurnee justina justine kaci kacie kaela kaelyn kaelynn kaia kaila
  kailani kailee kailey kailyn kailynn kairi kaitlin kaitlyn kaitlynn kaiya kala kalea kaleah kaleigh kaley
  kali kalia kalie kalina kaliyah kalli kallie kalyn kami kamila kamilah kamille kamiyah kandace kandi
  kandice kandy kara karen kari karie karin karina karis karissa karla karlee karleigh karlene karley karli
  karlie karly karma karmen karolina karolyn karri karrie karyn kasandra kasie kassandra kassidy kassie
  kataleya katalina katarina kate katelin katelyn katelynn katerina kathaleen katharine katherine katheryn
  kathi kathie kathleen kathlyn kathrine kathryn kathryne kathy kati katia katie katina katlin katlyn
  katrina kattie katy kay kaya kaycee kaydence kaye kayla kaylah kaylani kaylee kayleen kayleigh kaylene
  kayley kayli kaylie kaylin kaylyn kaylynn keara keeley keely kehlani keila keilani keily keira keisha keli
  kelli kellie kelsea kelsey kelsi kelsie kendra kendyl kenia kenisha kenna kennedi kennedy kensley kenya
  kenzie keren keri kerri kerrie kesha keshia keyla keziah khadija khadijah khaleesi khloe kia kiana kianna
  kiara kiera kierra kiersten kiley kimber kimberlee kimberley kimberly kimora kinley kinsey kinslee kinsley
  kira kirsten kirstie kirstin kisha kitty kiya kora kori kortney kourtney krista kristal kristen kristi
  kristie kristin kristina kristine kristy kristyn krysta krystal krysten krystina krystle kya kyla kylah
  kylee kyleigh kylie kyndal kyndall kynlee kyra lacey laci lacie ladonna laila lailah lainey lakeisha
  lakesha lakeshia lakisha lana lanette laney lani lanie laquita lara larissa lashanda lashonda latanya
  latasha latisha latonia latonya latosha latoya latrice latricia laura laureen laurel lauren laurene
  lauretta lauri laurie lauryn lavada lavina lavinia lavonne lawanda layla laylah lea leah leana leandra
  leann leanna leanne leatha leatrice leeann leela leena leesa leia leigha leila leilah leilani leilany
  leisa lela lelia lena lenna lenora lenore leola leona leone leonor leonora leora leota lesa leslee lesli
  lesly lessie leta letha leticia letitia lettie letty lexi lexie lexus leyla lia liana lianna libby liberty
  lida lidia lila lilah lilia lilian liliana lilianna lilith lilla lillian lilliana lillianna lillie lilly
  lily lilyan lilyana lilyanna lina linda lindsay lindsey linette linnea linnie linsey lisa lisbeth lisette
  lissette lita litzy liv livia liz liza lizabeth lizbeth lizeth lizette lizzie lois lola lolita lona londyn
  lora loraine lorelai lorelei lorena lorene loretta lori lorie lorinda lorine lorna lorraine lorri lorrie
  lottie louann louella louisa louise lourdes lovie lu luana luann luanne lucero lucia luciana lucie lucile
  lucille lucinda lucretia lucy lue luella luisa lula lulu luna lupita lura luz lyda lydia lyla lylah lynda
  lyndsay lyndsey lynette lynne lynnette lynsey lyra mabel mable macey maci macie mackenzie macy madaline
  madalyn madalynn maddie maddison madeleine madeline madelyn madelynn madge madilyn madilynn madisen
  madison madisyn madonna madyson mae maegan maeve magaly magdalena magdalene maggie magnolia mahogany mai
  maia maira maisie maite maiya makaila makayla makena makenna makenzie malak malani malaya malayah malaysia
  maleah malia maliah malika malina malinda malissa maliyah malka mallorie mallory mamie mandi mandy manuela
  mara maranda marcela marceline marcella marcelle marci marcia marcie marcy maren margaret margarett
  margarette margarita margery margie margo margot margret marguerite mari maria mariah mariam marian
  mariana mariann marianna marianne maribel maribeth maricela marie mariel mariela mariella marielle
  marietta marilee marilyn marilynn marina marisa marisela marisol marissa marita maritza mariyah marjorie
  marjory marla marlee marleen marleigh marlena marlene marlie marlys marnie marquita marsha marta martha
  marti martina marva mary maryam maryann maryanne marybeth maryellen maryjane maryjo marylin marylou
  mathilda matilda mattie maud maude maudie maura maureen maurine mavis maxine may maya maybelle maylee
  mayme mayra mazie mckayla mckenna mckenzie meadow meagan meaghan mechelle meera meg megan meghan melani
  melanie melany melba melia melina melinda melisa melissa mellisa mellissa melodie melody melonie melony
  melva melvina mercedes mercy meredith merry meryl meta mia miah micaela michaela michele michell michelle
  migdalia mikaela mikala mikayla mila milagros milana milani mildred milena miley millicent millie mimi
  mina mindi mindy minerva minnie mira miracle miranda mireya miriam mirna missy misti misty mittie mitzi
  miya moira mollie molly mona monet monica monika monique monserrat montserrat moriah mozelle muriel mya
  myah myla mylah mylee myra myranda myrna myrtice myrtie myrtis myrtle nada nadia nadine nailah naima nala
  nalani nan nanci nancy nanette nannette nannie naomi natalee natali natalia natalie nataly natalya natasha
  nathalia nathalie nathaly naya nayeli nedra neha nelda nell nella nelle nellie nelly nena nettie neva
  nevaeh neveah nia nichelle nichole nicki nicole nicolette nicolle niki nikki nikole nila nina nita niya
  noelia noelle noemi nola nona nora norah noreen norene norine norma nova novalee novella nya nyah nyasia
  nyla nylah oaklyn oaklynn octavia odessa ofelia ola oleta olga olive olivia oma ona opal ophelia oralia
  orpha ouida paige paislee paisley paityn paloma pam pamala pamela pansy paola patience patrica patrice
  patricia patsy patti pattie patty paula paulette paulina pauline pearl pearlie pearline peggie peggy
  penelope pennie penny perla persephone petra philomena phoebe phyllis piper polly poppy porsha portia
  precious pricilla princess priscila priscilla priya promise prudence queen rachael racheal rachel rachelle
  racquel rae raegan raelyn raelynn raina ramona rana randi raquel raven raya raylee raylene rayna reanna
  reba rebeca rebecca rebekah regina reina rena renae renata renea renee renita reta retha reva reyna rhea
  rhianna rhiannon rhoda rhonda ria richelle rihanna rikki rina risa rita rivka riya roberta robyn rochelle
  rocio roma romina romona rona ronda ronna rosa rosalee rosalia rosalie rosalina rosalind rosalinda rosalyn
  rosanna rosanne rose roseann roseanna roseanne rosella roselyn rosemarie rosemary rosetta rosie rosina
  rosita roslyn rowena roxana roxane roxann roxanna roxanne roxie royalty rubi rubie ruby rubye ruth ruthann
  ruthie ryann rylee ryleigh rylie saanvi sabina sabra sabrina sade sadie sahara saige salena salina sallie
  sally salma samantha samara samaria samatha samira samiya samiyah sana sanaa sanai sandi sandra saniya
  saniyah santa sapphire sara sarah sarahi sarai sariah sarina sarita sariyah sasha saundra savana savanah
  savanna savannah saylor scarlet scarlett scarlette selah selena selene selina selma serena serenity serina
  shaina shakira shalonda shameka shamika shana shanda shanell shanelle shani shania shanice shanika
  shaniqua shaniya shanna shannan shanta shante shantel shantell shara shari sharla sharlene sharon sharonda
  sharron sharyn shasta shauna shavon shawna shawnee shayla shaylee shayna sheena sheila shelbi shelbie
  shelby shelia shelley shelli shellie shelly sheree sheri sherie sherita sherlyn sherri sherrie sherry
  sherryl sheryl sheyla shiela shira shirlee shirlene shirley shonda shoshana shreya shyann shyanne shyla
  sibyl siena sienna sierra silvia simone siobhan skyla sloane socorro sofia sofie soledad soleil sommer
  sondra sonia sonja sonya sophia sophie soraya stacey staci stacia stacie star starla starr stefani
  stefanie stefany stella stephaine stephani stephanie stephany stephenie sudie sue summer sunshine susan
  susana susanna susannah susanne susie suzan suzann suzanna suzanne suzette suzy sybil syble sydnee sydney
  sydni sydnie sylvia sylvie symone tabatha tabitha talia taliyah tamara tameka tamela tamera tami tamia
  tamika tammi tammie tammy tamra tana tanesha tania tanika tanisha taniya taniyah tanya tara tarah taryn
  tasha tasia tatiana tatianna tatyana tawana tawanda tawny tawnya taya tayla teena tena tenley tera teresa
  terese teressa teri terra terri terrie tess tessa tessie thalia thea theda thelma theodora theresa therese
  tia tiana tianna tiara tiera tierra tiffani tiffanie tiffany tillie tina tinsley tisha toni tonia tonja
  tonya tori tosha tracey traci tracie treasure trena tresa tressa tressie treva tricia trina trinity trisha
  trista trudy twila twyla tyesha tyra una ursula vada valarie valencia valentina valeria valerie valery
  valorie vanesa vanessa veda velda velma velva venessa venita venus vera verda vergie verla verna vernice
  vernita verona veronica vesta vickey vicki vickie vicky victoria vida vienna vikki vilma vina viola violet
  violeta violette virgie virginia viridiana vita vivian viviana vivianna vivien vivienne vonda wanda wendi
  wendy whitley whitney wilda wilhelmina willa willow wilma windy winifred winnie winnifred winona winter
  wrenley wynter ximena xiomara xochitl yadira yahaira yajaira yamilet yamileth yara yareli yaretzi yaritza
  yasmeen yasmin yasmine yazmin yesenia yessenia yolanda yoselin yuliana yulissa yvette yvonne zahra zainab
  zaira zaniyah zara zaria zariah zariyah zaylee zelda zella zelma zena zenobia zina zoe zoey zoie zola zona
  zora zoya zula zuri
`);

export const MALE_GIVEN_NAMES = split(`
  aaden aarav aaron abdiel abdul abdullah abe abel abelardo abner abraham abram ace adalberto adam adan aden
  aditya adolfo adolph adolphus adonis adrian adriel agustin ahmad ahmed aidan aiden ajay akeem al alan
  albert alberto albin alden aldo alec alejandro alek aleksander alessandro alex alexander alexandre
  alexandro alexzander alfonso alfonzo alford alfred alfredo alijah allan allen alonso alonzo aloysius
  alphonse alphonso alton alvaro alvin alvis amado amar amare amarion ambrose ameer amir ammon amos anakin
  ander anders anderson andre andreas andres andrew andy angelo angus ansel anson anthony antione antoine
  anton antone antonio antony antwan antwon apollo archer archie ares aric arjun arlen arlo arman armand
  armando armond arnold arnoldo arnulfo aron arron art arther arthur arturo arvin aryan asa asher atlas
  atticus august augustin augustus aurelio austin avraham axel axl axton ayaan aydan ayden aydin aziel baker
  banks barney baron barrett barron barry bart bartholomew barton basil beau beckett beckham ben benedict
  benicio benito benjamin benjiman bennett benny benson bentley benton bernard bernardo berry bert bertram
  bilal bill billy bishop bjorn blaine blaise blake blane blaze bo bob bobby bode boden bodhi bodie booker
  boone boris boston bowen boyce boyd brad braden bradford bradley bradly brady bradyn braeden braiden brain
  brandan branden brandon brandt brandyn brannon branson brant brantley braulio braxton brayan brayden
  braydon braylen braylon brendan brenden brendon brennan brennen brennon brent brentley brenton bret brett
  brian brice bridger briggs brixton brock broderick brodie brody bronson brooks bruce bruno bryan bryant
  bryce brycen bryon bryson buck bud buddy buford burke burl burt burton buster byron cade caden caesar
  caiden cain cairo cal cale caleb callen callum calvin camden cameron camilo camren camron canaan cannon
  carl carleton carlo carlos carlton carlyle carmelo carmine carson carter case casen cash casimir cason
  casper cassius cayden cayson cecil cedric cedrick cesar chace chad chadwick chaim chance charles chase
  chauncey chaz chester chet christian christophe christopher chuck clarance clarence clark claud claude
  claudio clay clayton clem clement cletus cleve cleveland cliff clifford clifton clint clinton clyde coby
  cody coen cohen colby cole coleman colin collin colson colt colten colter colton columbus conner connor
  conor conrad constantine cooper corbin cordell corey cornelius cornell cortez corwin cory courtland coy
  craig crawford creed crew cristian cristobal cristofer cristopher crosby cullen curt curtis curtiss cyril
  cyrus dakari dale dallin dalton damarion dameon damian damien damion damon dan dandre dane dangelo danial
  daniel danilo danny dante daquan darell daren dariel darin dario darion darius darnell darold daron darrel
  darrell darren darrick darrin darrion darrius darron darryl darwin daryl dash dashawn dave davian david
  davin davion davis davon davonte dawson dax daxton daylen dayne dayton deacon dean deandre deangelo declan
  dedrick deion dejuan delano delbert delmar delmer delton delvin demarco demarcus demario demetri demetrius
  demond denis dennis denny denton denzel deon deondre deonte dereck derek deric derick derik deron derrell
  derrick desean deshaun deshawn desmond devante devonte dewayne dewey dewitt dexter dhruv dick dickie diego
  dilan dillan dillon dimitri dino dion dirk dock domenic domenick domingo dominic dominick dominik don
  donald donavan donavon donn donnell donny donovan dontae donte doug douglas douglass doyle drake draven
  duane dudley duke duncan dustin dwain dwaine dwayne dwight dylan dylon eamon ean earl earle early earnest
  easton ed edd eddie eddy edgar edgardo edison edmond edmund edson eduardo edward edwardo edwin efrain
  efren eithan elbert elden eldon eldred eldridge eleazar eli elian elias eliel eliezer elijah elio eliot
  eliseo ellsworth elmer elmo eloy elroy elton elvin elvis elwin elwood emanuel emil emile emiliano emilio
  emir emmanuel emmet emmett emmit emmitt enoch enrico enrique enzo ephraim eric erich erick erik ernest
  ernesto ernie errol ervin erwin esteban estevan ethan eugene eugenio evan evans everardo everett everette
  ezekiel ezequiel ezra fabian farrell federico felipe felix felton ferdinand fermin fernando fidel finn
  finnegan fisher fletcher floyd flynn ford forest forrest foster francesco francis francisco franco frank
  franklin franklyn fred freddy frederic frederick fredric fredrick fredy freeman fritz gabe gabriel gael
  gage gaige galen gannon gareth garett garfield garland garret garrett garrick garrison garry garth gary
  gaston gatlin gauge gavin gavyn gaylord gearld genaro gene general geoffrey george geovanni gerald gerard
  gerardo german gerson gian giancarlo gibson gideon gil gilbert gilberto giles gino giovani giovanni
  giovanny giuseppe glen glendon glenn glynn gonzalo gordon grady graham grant granville grayson greg gregg
  greggory gregorio gregory greyson griffin grover guillermo gunnar gunner gus gustav gustave gustavo guy
  haden hakeem hal hamilton hampton hamza hank hans hardy harlan harland harmon harold harris harrison harry
  harvey hasan hassan hayes hayward haywood heath hector henderson hendrix henrik henry herbert heriberto
  herman hermon hernan herschel hershel hezekiah hilario hilton hiram hobert holden homer horace horacio
  hosea houston howard hoyt hubert hudson huey hugh hugo humberto hunter huxley hyman ian ibrahim idris
  ignacio ike iker immanuel imran irvin irving irwin isaac isaak isadore isai isaiah isaias ishaan ishmael
  isiah isidro ismael israel isreal issac ivan izaiah izayah jabari jace jack jackson jacob jacobi jacoby
  jacques jadiel jadon jagger jaheim jair jairo jakari jake jakob jakobe jaleel jalen jamaal jamal jamar
  jamarcus jamari jamarion jamel james jameson jamil jamir jamison jaquan jared jaren jarod jaron jarred
  jarrell jarrett jarrod jarvis jase jasen jasiah jason jasper javier javion javon jax jaxen jaxon jaxson
  jaxton jay jayce jayceon jaycob jayden jaydon jaylon jayson jaziel jed jedidiah jeff jefferson jeffery
  jeffrey jeffry jennings jerald jeramiah jeramy jeremiah jeremias jeremie jeremy jericho jerimiah jermaine
  jerod jerold jerome jeromy jerrell jerrod jerrold jerry jess jesse jesus jethro jett jevon jim jimmy
  joaquin joe joel joesph johan john johnathan johnathon johnny johnpaul johnson jon jonah jonas jonathan
  jonathon jones jordy jorge jose josef joseluis joseph josh joshua josiah josue jovan jovani jovanni
  jovanny jovany joziah juan juancarlos judah judd jude judson juelz julian julien julio julius junior
  junius justen justin justus justyn kade kaden kadin kaeden kahlil kaiden kairo kaison kale kaleb kalel
  kalvin kamden kamron kane kannon kareem karim karl karson kase kasen kash kashton kason kaysen kayson
  keanu keaton keegan keenan kegan keith kellan kellen kelton kelvin ken kenan kendrick kenji kenneth
  kennith kenny kent kenton kentrell kenyon kenzo keon kermit keshawn keven kevin kevon keyon keyshawn
  khalid khalil kian kieran killian king kingston kip kirk knox kobe koby koda kody koen kohen kole kolten
  kolton konner konnor konrad kooper korbin kory kraig krish kristofer kristopher kurt kurtis kye kylan kyle
  kyler kylo kyron kyson lachlan ladarius lafayette lamar lamont lance landen landon lane langston lanny
  laron larry lars lathan laurence lawerence lawrence lawson layton lazaro leander leandro ledger leeroy
  legend leif leland lemuel len lenard lenny leo leon leonard leonardo leonel leonidas leopoldo leroy lester
  levi levon levy lewis liam lincoln lino linus linwood lionel lloyd lochlan logan lon lonnie lonny lorenzo
  lorne louie louis lowell loyal loyd luca lucas lucca lucian luciano lucien lucio lucious lucius luigi luis
  luka lukas luke luther lyle lyman lyndon lynwood mac mack maddox magnus mahlon major makai makhi malachi
  malakai malaki malcolm malcom malik manny manuel marc marcel marcelino marcello marcellus marcelo marco
  marcos marcus margarito mariano mario mark markel markell marko markus marlin marlon marques marquez
  marquis marquise marshal marshall martez martin marvin mason mateo mathew mathias matias matt matteo
  matthew matthias maurice mauricio mauro maverick max maxim maximilian maximiliano maximillian maximo
  maximus maxton maxwell maxx maynard mccoy meir mekhi melton melvin melvyn menachem merlin merrick merton
  mervin messiah meyer michael micheal miguel mikael mike mikel mikhail miles milford millard milo milton
  misael mitch mitchel mitchell mohamed mohammad mohammed moises monte montgomery monty mordechai morris
  morton mose moses moshe muhammad murray musa mustafa myles myron napoleon nash nasir nate nathan nathanael
  nathanial nathaniel nathen neal ned nehemiah neil nelson nestor nevin newton nicholas nick nickolas nico
  nicolas nigel nikhil nikko niko nikolai nikolas niles nixon noah noble noe nolan norbert norberto norman
  normand norris obed obie octavio odin odis olen olin oliver omar omari omer oran oren orin orion orlando
  orrin orval orville oscar osvaldo oswald oswaldo otis ottis otto owen pablo pasquale patricio patrick paul
  paulo paxton pedro percy perry pete peter phil philip phillip pierce pierre porter pranav preston prince
  princeton quentin quinten quintin quinton rafael raheem raiden ralph ramiro ramon randal randall randell
  randolph randy ransom raphael rashad rasheed raul ray rayden rayford raylan raymon raymond raymundo
  rayshawn reed reggie reginald regis reid reno reuben rex rey reymundo reynaldo reynold rhett rhys ricardo
  rich richard richie richmond rick rickey ricky rico ridge rigoberto rishi ritchie rob robby robert roberto
  rocco rocky rod roderick rodger rodney rodolfo rodrick rodrigo roel rogelio roger rogers rohan roland
  rolando rolland rollin roman rome romeo ron ronald ronaldo ronan ronin ronnie ronny roosevelt roscoe
  rosendo ross rowdy rowland roy royce ruben rubin rudolph rudy rueben rufus rupert russ russel russell
  rusty ryan ryder ryker ryland ryne saint salvador salvatore sam samir sammy samson samual samuel sanford
  santiago santino santo saul savion scot scott scotty seamus sean sebastian sebastien sergio seth seymour
  shad shamar shane shaquille shaun shawn sheldon shelton shepherd sherman sherwood shimon shlomo shmuel
  shon silas simeon simon slade smith solomon sonny soren spencer stan stanford stanley stanton stefan
  stephan stephen stephon sterling stetson stevan steve steven stewart stone stuart sullivan syed sylas
  sylvester tad tadeo taj talmadge talon tanner tarik tariq tate tavon ted teddy terence terrance terrell
  terrence tevin thad thaddeus thatcher theadore theo theodore theron thiago thomas thor thurman tim
  timmothy timmy timothy titan titus tobias tobin tod todd tom tomas tommy toney tony torin trace trae
  travis travon tre tremaine trent trenton trever trevin trevon trevor trey tripp tristan tristian triston
  troy truman tucker turner ty tye tyler tylor tyree tyrell tyrese tyron tyrone tyrus tyshawn tyson tzvi
  ulises ulysses uriah uriel valentin valentino van vance vaughn verlin vern vernon vicente victor vidal
  vihaan vince vincent vincenzo virgil vito vladimir von wade waldo walker wallace wally walter walton ward
  wardell warner warren watson wayland waylon waymon wayne webster weldon wells wendell wes wesley westin
  westley weston wilber wilbert wilbur wilburn wilder wiley wilford wilfred wilfredo will willard william
  williams willian willis willy wilmer wilson wilton winfield winford winfred winston woodrow woody wyatt
  xander xavier xzavier yaakov yahir yahya yair yehuda yisroel yitzchok yoel yosef yousef yusuf zachariah
  zachary zachery zack zackary zackery zahir zaid zaiden zain zakary zander zane zavier zayd zayden zayn
  zayne zechariah zeke zev zyaire
`);

export const EITHER_GIVEN_NAMES = split(`
  adell adrain adrien afton aidyn akira alexi alexis ali alix allyn alpha alva alvie amani amari amiri andi
  andra angel ara ardell arden ardis ari arian arie ariel aries arin aris arley arlie arlin arlyn armani
  artie artis ashton ashtyn aspen aubrey aubry audie audry augustine austen austyn aven avery avi ayan
  azariah azriel baby bailey baylor bellamy bennie bentlee berkley bernie beryl bethel billie blair blayne
  blessing bobbie braelyn braylin brecken briar brighton briley britt britton brogan brook bryn callahan
  callan camdyn campbell camryn carey carlin carmel carmen carnell caron carrington carrol carroll carsen
  carsyn cary casey chandler channing charley charlie chevy chris christen clair clarke claudie cleo codi
  codie collins concepcion conley corie corrie cortney coty cris cruz dakoda dakota dakotah dallas damari
  dana daniele dannie darby darcy darian darien darrian davie deandra deane dee del dell delma dempsey
  dennie denver destin devan deven devin devon devyn dior divine dominique dominque domonique donell donnie
  dorian dorris dorsey drew dru dusty eden egypt elan elia elisha ellery elliot elliott ellis ellison ely
  elzie emerson emery emory estell ever evon fay felice finley finnley frankie freddie gale garnet garnett
  gentry georgie germaine gerry gianni golden gray graysen grey guadalupe haiden halo harlem harley harlie
  harlow haven hayden henley henri holland hollis honor iman indigo infant ira isa ivey ivory jackie jacky
  jacque jacy jaden jadyn jaeden jaedyn jael jai jaiden jaidyn jailyn jaime jalyn jamey jamie jammie jan
  jaycee jaydin jaylan jaylen jaylin jaylyn jayme jaymie jelani jensen jere jersey jesiah jessi jessie jessy
  jewel jewell jimmie jodie jody joey johann johnie johnnie jonnie jordan jorden jordin jordon josey jourdan
  jules justice kacey kacy kadence kadyn kai kalani kalen kamari kamdyn kameron kamren kamryn karan karol
  karon karsen karsyn karter kasey kayce kayden kaylan kayle kaylen keagan kelby keller kelley kelly kendal
  kendall kendell kenley kenyatta kerry khari kim kingsley kiran kirby kit koa kodi kolby korbyn korey kris
  krishna kristan kristian kylen kymani kyree kyrie lacy laine laken landry landyn larkin larue lashawn
  latrell lavelle lavern laverne lavon layne lee legacy leigh leighton lennie lennon lennox lesley leslie
  lian linden lindy london loran loren lorenza lorin lou love lovell loy loyce lucky lupe lyn lynn lyric
  madden maison marcell marin marion marlen marley marlo marlowe marlyn marty marvel maxie mayson mckinley
  mel memphis merle merlyn merrill merritt micah micaiah michal michel mickey mickie mika mikah milan miller
  misha monroe montana morgan murphy mykel nakia navy nickie nicky nicola nikita noa noel noor oaklee oakley
  ocean ocie odell odie ollie onyx ora osiris ossie otha ozzie page palmer paris parker pat payton peyton
  phoenix pilar presley quincy quinn rain raleigh ramsey rashawn rayan rayne reagan reece reese refugio
  regan reign reilly remi remington remy rene reyes rhyan rian ricki rickie riley rio river robbie robbin
  robin romaine roni rory rosario rowan rowen royal rylan rylen ryley sage sailor salem salome sami sammie
  sandy santana santos sawyer schuyler scottie scout semaj sequoia seven sevyn shae shai shannon shanon shay
  shayne shea sheridan sherrill shiloh sidney sincere sky skye skylar skyler sloan sol stacy stevie storm
  stormy sunny sutton tai tamar tatum tayler taylor taytum teagan tegan terrill terry toby tommie torey
  torrance torrey tory tracy trinidad tristen tristin tristyn tru true trystan unique unknown val valentine
  verne vernell vernie vonnie waverly willie wren wylie yael yuri zaire zion zyon
`);
