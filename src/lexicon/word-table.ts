/** A table that is looked up by any word of a text: it has no entry but its own, not even for `constructor`. */
export function wordTable<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null) as Record<string, T>, entries);
}
