import type { Client, ClientConfig } from 'pg';
import { ClaimlineError } from '../../core/errors.ts';

/** Waits between tries, in milliseconds; after the last the fault stands. */
const WAITS = [100, 250, 500, 1000, 2000, 4000, 8000, 8000];

/** SQLSTATEs after which the same transaction may do: connection lost, server going or coming, deadlock. */
const PASSING = /^(?:08\d{3}|57P0[123]|40001|40P01|53300)$/;
const PASSING_SYSTEM = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;

/** One connection that is made anew when it is lost. */
export class PostgresConnection {
  readonly #url: string;
  readonly #name: string;
  #client: Client | undefined;

  /** @param name how the database is called in messages, without its password */
  constructor(url: string, name: string) {
    this.#url = url;
    this.#name = name;
  }

  /** @throws ClaimlineError `sink/failed` at once when the server cannot be had or refuses */
  async open(): Promise<void> {
    try {
      await this.#connected();
    } catch (cause) {
      throw this.#failed(cause);
    }
  }

  /**
   * Runs `act` in a transaction; when the connection is lost or the transaction had to give way, runs it again
   * on a new one after a wait. `act` must come to the same when what it did is already there, as the loss may
   * have hidden a commit.
   * @throws ClaimlineError `sink/failed`
   */
  async transaction<T>(act: (client: Client) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        const client = await this.#connected();
        try {
          await client.query('BEGIN');
          const result = await act(client);
          await client.query('COMMIT');
          return result;
        } catch (error) {
          await client.query('ROLLBACK').catch(() => {});
          throw error;
        }
      } catch (cause) {
        if (isPassing(cause)) await this.#drop();
        const wait = WAITS[attempt];
        if (!isPassing(cause) || wait === undefined) throw this.#failed(cause);
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => {});
  }

  async #connected(): Promise<Client> {
    if (this.#client !== undefined) return this.#client;
    const { Client } = await driver();
    const config: ClientConfig = { connectionString: this.#url, application_name: 'claimline' };
    const client = new Client({ ...config, connectionTimeoutMillis: 15_000, keepAlive: true });
    // Without a listener a lost connection would end the process; the next query tells of it.
    client.on('error', () => {
      if (this.#client === client) this.#client = undefined;
    });
    await client.connect();
    this.#client = client;
    return client;
  }

  async #drop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    void client?.end().catch(() => {});
  }

  #failed(cause: unknown): ClaimlineError {
    if (cause instanceof ClaimlineError) return cause;
    const message =
      cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : String(cause);
    return new ClaimlineError('sink/failed', `${this.#name}: ${message}`, {
      hint: hintOf((cause as NodeJS.ErrnoException).code),
      cause,
    });
  }
}

/** What to do, by SQLSTATE. */
function hintOf(code: string | undefined): string {
  switch (code) {
    case '28P01':
    case '28000':
      return 'check the user and the password in the URL';
    case '3D000':
      return 'make the database first, with createdb';
    case '42P07':
      return 'its tables are not of claimline: give a schema of its own, ?options=-c search_path=NAME';
    case '42501':
      return 'the user may not do this: GRANT CREATE ON SCHEMA, or let the owner run claimline db init';
    case '53100':
      return 'the disk of the server is full';
    default:
      return 'check that the server runs and what the user may do';
  }
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof AggregateError) return error.errors.every(isPassing);
  if (code !== undefined) return PASSING.test(code) || PASSING_SYSTEM.test(code);
  return /connection (?:terminated|ended)|client has encountered a connection error|not queryable/i.test(
    error.message,
  );
}

async function driver(): Promise<{ Client: typeof Client }> {
  try {
    return (await import('pg')).default;
  } catch (cause) {
    throw new ClaimlineError('sink/failed', 'the PostgreSQL driver is not installed', {
      hint: 'npm install pg',
      cause,
    });
  }
}
