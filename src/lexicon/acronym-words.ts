// Acronyms that name no person, body or place: common nouns written in capitals. General knowledge; written for this project.
// Lower case.

export const ACRONYM_WORDS: readonly string[] = `
  adhd ai aids atm ba bbq cctv cd ceo cfc cio co2 coo covid covid-19 cpi cpr cto cv diy dj dna dvd ev evs
  faq fyi gdp gmo gnp gps hdtv hiv hiv/aids hq hr html http https id ied ieds iphone ipo iq isbn it iui ivf
  lcd led lgbt lgbtq lgbtq+ llm lng lsd mba md mms mp mps mri mvp ngo ngos ok pc pcr pcs pdf phd pm pms ppe
  pr ptsd qr r&d rip rna roi rsvp sars sat sdg sdgs sim sms sos std stem suv suvs tba tbd tnt tv tvs ufo
  ufos url usb uv vat vhf vip vips vpn vr wifi wmd wmds www xl yolo
`
  .trim()
  .split(/\s+/);
