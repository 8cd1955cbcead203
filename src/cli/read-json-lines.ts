import { type JsonValue, jsonValues } from '../io/json-values.ts';
import { openBytes } from '../io/open-bytes.ts';

/**
 * The JSON values of a file of records, gzip or not, of stdin for `-`.
 * @throws ClaimlineError `input/...` when the file cannot be read
 */
export async function* readJsonLines(file: string): AsyncGenerator<JsonValue> {
  const reader = await openBytes(file, process.stdin, undefined);
  try {
    yield* jsonValues(reader);
  } finally {
    await reader.close();
  }
}
