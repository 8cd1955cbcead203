import { describe, expect, it } from 'vitest';
import { visibleText } from '../../src/gold/visible-text.ts';

const html = (raw: string) => visibleText(raw, 'text/html');
const words = (raw: string) => html(raw).text.replace(/\s+/g, ' ').trim();

describe('visible text', () => {
  it('is the text itself for plain text', () => {
    const plain = visibleText('a <b> &amp; c', 'text/plain');
    expect(plain.text).toBe('a <b> &amp; c');
    expect(plain.toRaw({ start: 2, end: 5 })).toEqual({ start: 2, end: 5 });
  });

  it('takes out tags, comments, hidden elements and entities', () => {
    expect(words('<p>It&#8217;s <b>5&nbsp;p.m.</b><!-- not > this --></p>')).toBe('It’s 5 p.m.');
    expect(words('<script>if (a < b) "</p>"</script>one<style>p{}</style> two')).toBe('one two');
    expect(words('<a title="x > y">link</a> a < b &unknown; &#x2014;')).toBe('link a < b &unknown; —');
    expect(words('caf&eacute; &frac12; &copy; &rdquo;')).toBe('café ½ © ”');
  });

  it('reads numbers of control characters as browsers do', () => {
    expect(words('It&#146;s &#x93;it&#148; &#150; &sdot;')).toBe('It’s “it” – ⋅');
  });

  it('takes a stray quote in a tag for no value', () => {
    expect(words('<p>a <a href="/x"">b</a> c</p><p>d <a target=_blank">e</a> f</p>')).toBe('a b c d e f');
  });

  it('takes out elements that the page hides', () => {
    expect(words('<p>a <span class="meta sr-only">b <span>c</span></span>d</p>')).toBe('a d');
    expect(words('<p hidden>a</p><p style="display: none">b</p><p title="hidden">c</p>')).toBe('c');
    expect(words('<p class="hidden-gem">a <br hidden>b</p>')).toBe('a b');
    expect(words('<p>a <span hidden>b')).toBe('a');
  });

  it('keeps words of two blocks apart and words of one together', () => {
    expect(words('<p>one</p><p>two</p>')).toBe('one two');
    expect(words('re<em>open</em>ed')).toBe('reopened');
  });

  it('gives the raw place of every span', () => {
    const raw = '<p>Fish &amp; <b>chips</b></p>';
    const page = html(raw);
    const place = (needle: string) => {
      const start = page.text.indexOf(needle);
      const span = page.toRaw({ start, end: start + needle.length });
      return raw.slice(span.start, span.end);
    };
    expect(place('Fish & ')).toBe('Fish &amp; ');
    expect(place('& chips')).toBe('&amp; <b>chips');
    expect(place('chips')).toBe('chips');
  });

  it('ends on broken markup', () => {
    expect(words('<p>a <!-- open')).toBe('a');
    expect(words('<script>open')).toBe('');
    expect(words('a <b c="')).toBe('a');
    expect(words('&#1114112; &#99999999;')).toBe('&#1114112; &#99999999;');
  });
});
