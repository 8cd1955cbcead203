import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Catalogue, canonicalJson, configJsonSchema, resolveConfig } from '../../src/config/config.ts';
import { ClaimlineError } from '../../src/core/errors.ts';
import { defineIntake, defineStage } from '../../src/core/stage.ts';
import { createPipeline } from '../../src/pipeline.ts';

const blocks = defineStage({
  name: 'blocks',
  requires: ['rawBlocks'],
  provides: 'blocks',
  options: z.strictObject({ siteMemory: z.boolean().default(false) }),
  run: () => [],
});
const sentences = defineStage({
  name: 'sentences',
  requires: ['blocks'],
  provides: 'sentences',
  options: z.strictObject({ maxLength: z.int().default(100) }),
  run: () => [],
});
const text = defineIntake({
  name: 'intake-text',
  mediaType: 'text/plain',
  options: z.strictObject({}),
  run: () => {
    throw new Error('not run here');
  },
});
const catalogue = { intakes: [text], stages: [blocks, sentences] } as unknown as Catalogue;

function fault(config: unknown): ClaimlineError {
  try {
    resolveConfig(config, catalogue, ['rawBlocks']);
  } catch (thrown) {
    if (thrown instanceof ClaimlineError) return thrown;
    throw thrown;
  }
  throw new Error('the config was accepted');
}

describe('config', () => {
  it('takes all stages with their defaults when nothing is said', () => {
    const { plan } = resolveConfig({}, catalogue, ['rawBlocks']);
    expect(plan.stages.map((s) => [s.stage.name, s.options])).toEqual([
      ['blocks', { siteMemory: false }],
      ['sentences', { maxLength: 100 }],
    ]);
  });

  it.each([
    [{ stages: ['blocks', 'sentence'] }, 'config/unknown-stage', 'stages[1]', 'did you mean "sentences"?'],
    [{ stages: [{ name: 'block' }] }, 'config/unknown-stage', 'stages[0].name', 'did you mean "blocks"?'],
    [
      { stages: [{ name: 'blocks', options: { sitememory: true } }] },
      'config/unknown-option',
      'stages[0].options.sitememory',
      'did you mean "siteMemory"?',
    ],
    [
      { stages: ['blocks', { name: 'sentences', options: { maxLength: 'long' } }] },
      'config/invalid',
      'stages[1].options.maxLength',
      'schema',
    ],
    [{ stage: [] }, 'config/unknown-option', 'stage', 'did you mean "stages"?'],
    [
      { intake: { 'intake-txt': {} } },
      'config/unknown-stage',
      'intake.intake-txt',
      'did you mean "intake-text"?',
    ],
    [
      { stages: ['sentences', 'blocks'] },
      'plan/unmet-requirement',
      'stages[0]',
      'move "blocks" before "sentences"',
    ],
    [{ stages: ['sentences'] }, 'plan/unmet-requirement', 'stages[0]', 'add a stage that provides "blocks"'],
    [{ stages: ['blocks', 'blocks'] }, 'plan/duplicate-provider', 'stages[1]', 'once'],
  ])('refuses %j with %s', (config, code, path, hint) => {
    const error = fault(config);
    expect(error.code).toBe(code);
    expect(error.message.startsWith(path)).toBe(true);
    expect(error.hint).toContain(hint);
  });

  it('hashes what it means, not how it is written', () => {
    expect(canonicalJson({ b: 1, a: { d: [2, 1], c: null } })).toBe('{"a":{"c":null,"d":[2,1]},"b":1}');
    const spelled = resolveConfig(
      { stages: [{ options: { siteMemory: false }, name: 'blocks' }, 'sentences'] },
      catalogue,
      ['rawBlocks'],
    );
    expect(spelled.canonical).toBe(resolveConfig({}, catalogue, ['rawBlocks']).canonical);
  });

  it('has a JSON Schema that names every stage and option', () => {
    const schema = JSON.stringify(configJsonSchema(catalogue));
    for (const word of ['blocks', 'sentences', 'siteMemory', 'maxLength', 'intake-text'])
      expect(schema).toContain(word);
  });

  it('ships a pipeline.config.json that says what the defaults are', () => {
    const shipped = JSON.parse(readFileSync('pipeline.config.json', 'utf8'));
    expect(createPipeline(shipped).configSha256).toBe(createPipeline().configSha256);
  });
});
