/** A name as names are compared: case, outer article, possessive ending and punctuation do not count. */
export function baseName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[’‘]/gu, "'")
    .replace(/'s?$/u, '')
    .toLowerCase()
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
    .replace(/^(?:the|a|an) /u, '');
}

/** Words as the claim scorer counts them: lower-case runs of letters, digits and inner marks (`u.s`, `9,000`, `don't`). */
export function scoreWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/[’‘]/gu, "'")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:[.,'][\p{L}\p{N}]+)*/gu) ?? []
  );
}
