import { expect } from 'vitest';
import type { Entity, EntityType } from '../../../src/core/layers.ts';
import type { Span } from '../../../src/core/span.ts';
import { analyse } from '../../../src/language/analyse.ts';
import { buildEntities } from '../../../src/stages/entities/build-entities.ts';
import { detectNames } from '../../../src/stages/entities/detect-names.ts';
import { type GazetteerEntry, UserGazetteer } from '../../../src/stages/entities/user-gazetteer.ts';
import { Words } from '../../../src/stages/entities/words.ts';
import { splitSentences } from '../../../src/stages/sentences.ts';
import { languageModel, nameTagger } from '../../language/model.ts';

/** The words of a text whose paragraphs are its lines. */
export function wordsOf(text: string): Words {
  const sentences = [...text.matchAll(/[^\n]+/g)].flatMap((line, block) =>
    splitSentences(text, { start: line.index, end: line.index + line[0].length }).map((s) => ({
      ...s,
      block,
    })),
  );
  const table = analyse(text, sentences, languageModel, (document) => nameTagger.find(document));
  return new Words(text, sentences, table);
}

/** Entities of a text; every span is checked to lie in it, in order, and to carry no blank at its ends. */
export function entitiesOf(text: string, gazetteer: readonly GazetteerEntry[] = []): Entity[] {
  const words = wordsOf(text);
  const known = new UserGazetteer(gazetteer);
  const entities = buildEntities(words, known.apply(words, detectNames(words)), known);
  for (const entity of entities) {
    let before = -1;
    expect(entity.mentions.length).toBeGreaterThan(0);
    for (const mention of entity.mentions) {
      const slice = text.slice(mention.start, mention.end);
      expect(slice).toBe(slice.trim());
      expect(slice).not.toBe('');
      expect(mention.start).toBeGreaterThanOrEqual(before);
      before = mention.start;
    }
    for (const role of entity.roles) expect(text.slice(role.start, role.end)).toBe(role.text);
  }
  return entities;
}

export function named(entities: readonly Entity[], name: string): Entity {
  const found = entities.find((entity) => entity.name === name);
  expect(found, `${name} among ${entities.map((entity) => entity.name).join(', ')}`).toBeDefined();
  return found!;
}

export const mentionsOf = (text: string, entity: Entity, kind?: string): string[] =>
  entity.mentions.filter((m) => kind === undefined || m.kind === kind).map((m) => text.slice(m.start, m.end));

/** The given strings in the text, one after the other, as names. */
export function spansOf(
  text: string,
  names: readonly (readonly [string, EntityType])[],
): (Span & { type: EntityType })[] {
  let at = 0;
  return names.map(([name, type]) => {
    const start = text.indexOf(name, at);
    expect(start, name).toBeGreaterThanOrEqual(0);
    at = start + name.length;
    return { start, end: at, type };
  });
}
