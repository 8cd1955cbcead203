// Words that mark the name of a place. General knowledge; written for this project. Lower case.

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Nouns that end the name of a place. */
export const PLACE_HEADS = words(`
  airport archipelago arena avenue basin bay beach blvd borough boulevard bridge canal canyon cape castle cemetery
  city coast corridor county cove creek crossing dam delta desert district drive falls field fields forest fort
  garden gardens glacier gulf harbor harbour heights highway hill hills hotel island islands isle isles lake lakes
  lane mall mount mountain mountains ocean palace park peninsula plains plateau plaza port prefecture province
  quay ranch range ravine reef republic reserve reservoir ridge river road route sea shore shores square stadium
  station strait straits strand street strip summit terminal territories territory tower towers town township
  trail tunnel valley village volcano zoo
`);

/** Nouns that begin the name of a place, with "of" or bare ("Port of Spain", "Mount Everest"). */
export const PLACE_OPENERS = words(`
  bay camp cape fort gulf isle kingdom lake mount port province republic sea strait straits
`);

export const DIRECTIONS = words(
  'central east eastern greater inner lower north northeast northeastern northern northwest northwestern outer south southeast southeastern southern southwest southwestern upper west western',
);
