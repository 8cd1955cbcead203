import type { LayerName, Layers } from './layers.ts';
import type { OffsetMap } from './offset-map.ts';

/** Keys of the blocks that a site repeats on its pages, in order, by site. Can be cloned to other threads. */
export type SiteTables = ReadonlyMap<string, Float64Array>;

/** What came in, as far as it is known. */
export interface Source {
  /** The input document's own id. */
  readonly id?: string;
  readonly path?: string;
  readonly url?: string;
  /** The decoded raw input; raw offsets count its UTF-16 code units. */
  readonly raw: string;
  /** Hex SHA-256 of the input bytes (of the UTF-8 form when the input came as a string). */
  readonly sha256: string;
  readonly mediaType: 'text/html' | 'text/plain';
  readonly charset: string;
  /** ISO 8601. */
  readonly fetchedAt?: string;
  /** Publication date given with the input; wins over what the page says. ISO 8601. */
  readonly published?: string;
  /** Response header fields, lower-case names (WARC). */
  readonly headers?: Readonly<Record<string, string>>;
  /** The input is the article's bare text: every block is article. */
  readonly articleText?: boolean;
  /** What the pages of each site have in common, where other pages were read before. */
  readonly siteMemory?: SiteTables;
}

/** One document on its way through the pipeline. Immutable: a stage adds a layer to a new one. */
export interface Doc {
  readonly source: Source;
  /** Fixed once at intake. */
  readonly text: string;
  readonly map: OffsetMap;
  readonly layers: Partial<Layers>;
}

export function createDoc(source: Source, text: string, map: OffsetMap): Doc {
  return Object.freeze({ source: Object.freeze({ ...source }), text, map, layers: Object.freeze({}) });
}

/** The document with one more layer. @throws Error when it already has that layer. */
export function withLayer<N extends LayerName>(doc: Doc, name: N, layer: Layers[N]): Doc {
  if (doc.layers[name] !== undefined) throw new Error(`the layer "${name}" is already there`);
  const frozen = Array.isArray(layer) ? Object.freeze(layer) : layer;
  return Object.freeze({ ...doc, layers: Object.freeze({ ...doc.layers, [name]: frozen }) });
}

/** The layer, which the plan has promised. @throws Error when it is not there. */
export function layerOf<N extends LayerName>(doc: Doc, name: N): Layers[N] {
  const layer = doc.layers[name];
  if (layer === undefined)
    throw new Error(`the layer "${name}" is not there yet; is it in the stage's requires?`);
  return layer as Layers[N];
}
