import { describe, expect, it } from 'vitest';
import type { Metadata } from '../../src/core/layers.ts';
import { articleId, canonicalUrl, normalise, stableHash, versionId } from '../../src/record/ids.ts';

const metadata: Metadata = {
  title: 'Ferry runs aground',
  url: null,
  site: 'The Harbour Post',
  authors: [],
  published: { value: '2025-03-04', precision: 'day', origin: 'dateline' },
  modified: null,
  language: 'en',
};

describe('identity', () => {
  it('keeps parts apart', () => {
    expect(stableHash(['ab', 'c'])).not.toBe(stableHash(['a', 'bc']));
    expect(stableHash(['a'])).toMatch(/^[0-9a-f]{20}$/);
  });

  it('sees the same article behind tracking parameters, www, the scheme, a fragment and a slash', () => {
    const forms = [
      'https://www.harbour.example/2025/ferry/?utm_source=x&id=7',
      'http://harbour.example/2025/ferry?id=7&fbclid=abc#comments',
    ];
    const ids = forms.map((url) => articleId({ ...metadata, url }, undefined, 'text'));
    expect(ids[0]).toBe(ids[1]);
    expect(
      articleId({ ...metadata, url: 'https://harbour.example/2025/ferry?id=8' }, undefined, 'text'),
    ).not.toBe(ids[0]);
    expect(canonicalUrl('not a url')).toBe('not a url');
  });

  it('falls back from URL to own id to title and day to the text', () => {
    const byTitle = articleId(metadata, undefined, 'one text');
    expect(articleId(metadata, undefined, 'another text')).toBe(byTitle);
    expect(articleId({ ...metadata, title: 'FERRY  RUNS AGROUND!' }, undefined, 'x')).toBe(byTitle);
    expect(articleId(metadata, 'row-7', 'one text')).not.toBe(byTitle);
    const bare = { ...metadata, title: null };
    expect(articleId(bare, undefined, 'one text')).not.toBe(articleId(bare, undefined, 'another text'));
  });

  it('gives a changed text another version of the same article', () => {
    const article = articleId(metadata, undefined, '');
    expect(versionId(article, 'a')).not.toBe(versionId(article, 'b'));
  });

  it('normalises case, accents, articles and punctuation', () => {
    expect(normalise('The  Café–Owner’s "Plan"')).toBe('cafe owner s plan');
    expect(normalise('a 5% rise')).toBe('5% rise');
    expect(normalise('Theatre')).toBe('theatre');
  });
});
