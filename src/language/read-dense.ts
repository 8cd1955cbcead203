import type { VectorTable } from './encoder.ts';
import type { ModelFile } from './model-file.ts';

/** Dense weights that are stored as 16-bit integers. */
export function readDense(file: ModelFile, name: string, scale: number): Float32Array {
  const stored = file.read(name, 'i16');
  const values = new Float32Array(stored.length);
  for (let i = 0; i < stored.length; i++) values[i] = stored[i]! * scale;
  return values;
}

/** A table of vectors from the sections `<name>.values` and `<name>.scales`. */
export function readVectorTable(file: ModelFile, name: string): VectorTable {
  return { values: file.read(`${name}.values`, 'i8'), scales: file.read(`${name}.scales`, 'f32') };
}
