// Nouns for people by gender, and nouns that the head of a role is ("the leader"). Written for this project.

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const MALE_NOUNS = words(`
  actor alderman anchorman assemblyman bachelor boy boyfriend brother businessman cameraman chairman clergyman
  congressman councilman dad englishman father fireman fisherman gentleman goalkeeper grandfather grandson groom
  gunman heir husband king lad lawman layman man nephew nobleman policeman postman priest prince salesman son
  spokesman sportsman statesman stepfather stepson strongman uncle waiter widower
`);

export const FEMALE_NOUNS = words(`
  actress alderwoman anchorwoman assemblywoman aunt ballerina bride businesswoman chairwoman congresswoman
  councilwoman daughter duchess empress girl girlfriend granddaughter grandmother heiress heroine hostess
  housewife lady lass mom mother mum niece nun policewoman princess queen saleswoman sister spokeswoman
  sportswoman stateswoman stepdaughter stepmother waitress widow wife woman
`);

/** Heads of roles that one person at a time holds, in the singular. */
export const ROLE_NOUNS = words(`
  activist admiral adviser advisor agent ambassador analyst archbishop artist astronaut athlete attorney author
  billionaire bishop candidate captain cardinal ceo chair chairman chairwoman champion chancellor chief cleric
  coach colonel columnist comedian commander commissioner composer congressman congresswoman councillor councilman
  councilor critic defendant democrat deputy designer developer dictator diplomat director doctor economist editor
  envoy executive expert filmmaker financier footballer founder general governor head historian inspector
  investigator investor journalist judge justice king lawmaker lawyer leader lecturer legislator lieutenant
  manager mayor minister monarch mp musician novelist nurse officer official owner pastor philanthropist
  philosopher photographer physician physicist pilot player poet politician pontiff pope premier president
  prime-minister prince princess principal producer professor prosecutor psychologist queen rapper reporter
  representative republican researcher scholar scientist secretary senator sergeant sheriff singer skipper
  spokesman spokesperson spokeswoman star student superintendent suspect teacher treasurer tycoon warden winner
  writer
`);

/** Nouns for one person that say nothing of an office. */
export const PERSON_NOUNS = words(`
  adult applicant baby boss buyer bystander caller captive child client colleague customer cyclist detainee driver employee
  farmer friend hiker hostage infant inmate intern juror landlord migrant motorist neighbor neighbour nominee opponent
  passenger patient pedestrian pensioner person plaintiff predecessor prisoner protester refugee relative resident
  reveller rival seller soldier spouse stranger successor survivor teenager tenant toddler tourist trainee traveller
  victim visitor volunteer whistleblower witness worker youth
`);

/** Nouns that stand for one organisation named before ("the agency"), by what its name says of it. */
export const ORGANIZATION_NOUNS = words(`
  administration agency airline airliner airport alliance army association authority automaker bank board body
  bookseller brewer brewery broadcaster broker brokerage brotherhood bureau business carmaker carrier cartel chain
  charity church club coalition college commission committee company conglomerate consortium corporation council court
  department developer distillery distributor enterprise exporter faction federation firm force forces foundation fund
  gang giant government group guild homebuilder housebuilder importer institute institution insurer junta label league
  legislature lender magazine maker manufacturer militia ministry movement museum network newspaper non-profit
  nonprofit office operator organisation organization outlet panel paper parliament party planemaker police provider
  publication publisher refiner refinery regime regulator retailer school senate service shipbuilder shipyard site
  society squad start-up startup station studio subsidiary supplier syndicate team think-tank tribunal union
  university utility venture watchdog website wholesaler
`);

/** Makers that are people; the others, "chipmaker", "carmaker", are companies. */
export const MAKERS_OF_ONE = words(`
  cabinetmaker cheesemaker clockmaker dressmaker filmmaker gunmaker homemaker kingmaker lacemaker lawmaker matchmaker merrymaker
  pacemaker peacemaker playmaker policymaker potmaker saddlemaker shoemaker toolmaker troublemaker watchmaker winemaker
`);

export const PLACE_NOUNS = words(`
  area borough city continent country county district island kingdom metropolis municipality nation neighborhood
  neighbourhood port province region republic state suburb territory town village
`);
