import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../src/io/charset.ts';

const ascii = (text: string) => Buffer.from(text, 'latin1');
const russian = 'Полиция сообщила, что двое рабочих пострадали при пожаре на старой мельнице. '.repeat(20);

describe('decodeBytes', () => {
  it.each([
    ['no sign of anything', ascii('plain'), undefined, 'utf-8', 'utf-8', 'plain'],
    ['UTF-8', Buffer.from('café'), undefined, 'utf-8', 'utf-8', 'café'],
    ['HTTP header', ascii('caf\xe9'), 'ISO-8859-1', 'windows-1252', 'http', 'café'],
    [
      'HTTP header before meta',
      ascii('<meta charset=utf-8>\xcf'),
      'windows-1251',
      'windows-1251',
      'http',
      '<meta charset=utf-8>П',
    ],
    [
      'meta charset',
      ascii('<meta charset="iso-8859-2"> \xb1'),
      undefined,
      'iso-8859-2',
      'meta',
      '<meta charset="iso-8859-2"> ą',
    ],
    [
      'meta http-equiv',
      ascii('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">\x93x\x94'),
      undefined,
      'windows-1252',
      'meta',
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">“x”',
    ],
    [
      'meta that claims UTF-16 in ASCII',
      ascii('<meta charset="utf-16">x'),
      undefined,
      'utf-8',
      'meta',
      '<meta charset="utf-16">x',
    ],
    ['UTF-16 with a BOM', Buffer.from('\ufeffcafé', 'utf16le'), 'utf-8', 'utf-16le', 'bom', '\ufeffcafé'],
    [
      'UTF-16 without one',
      iconv.encode('The mill burned down.', 'utf-16be'),
      undefined,
      'utf-16be',
      'detected',
      'The mill burned down.',
    ],
    ['a label nobody knows', Buffer.from('café'), 'x-nonsense', 'utf-8', 'utf-8', 'café'],
  ])('%s', (_, bytes, declared, charset, origin, text) => {
    expect(decodeBytes(bytes, declared, true)).toEqual({ text, charset, origin, doubts: [] });
  });

  it('keeps a BOM, so that offsets count what other decoders return', () => {
    expect(decodeBytes(Buffer.from('\ufeffx'), undefined, true).text).toBe('\ufeffx');
  });

  it('detects what nobody declares', () => {
    expect(decodeBytes(iconv.encode(russian, 'windows-1251'), undefined, true)).toMatchObject({
      text: russian,
      charset: 'windows-1251',
      origin: 'detected',
    });
  });

  it('trusts the bytes when they are UTF-8 and the label says otherwise', () => {
    const { text, charset, doubts } = decodeBytes(Buffer.from('naïve “words”'), 'iso-8859-1', true);
    expect({ text, charset }).toEqual({ text: 'naïve “words”', charset: 'utf-8' });
    expect(doubts.map((doubt) => doubt.code)).toEqual(['input/charset-mismatch']);
  });

  it('detects when the label says UTF-8 and no character is', () => {
    const { text, doubts } = decodeBytes(
      ascii('<meta charset=utf-8>The caf\xe9 said it was \x93closed\x94.'),
      undefined,
      true,
    );
    expect(text).toContain('café said it was “closed”.');
    expect(doubts.map((doubt) => doubt.code)).toEqual(['input/charset-mismatch']);
  });

  it('replaces a few bad bytes in UTF-8 and says so', () => {
    const bytes = Buffer.concat([Buffer.from('naïve '), Buffer.from([0xff]), Buffer.from(' text')]);
    const { text, charset, doubts } = decodeBytes(bytes, 'utf-8', false);
    expect({ text, charset }).toEqual({ text: 'naïve \ufffd text', charset: 'utf-8' });
    expect(doubts).toMatchObject([{ severity: 'warning', code: 'input/invalid-utf-8' }]);
  });
});
