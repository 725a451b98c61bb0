import { Address, environment } from './config.ts';
import { ConfigError } from './configuration/config-error.ts';
import { type Environment, parseEnvironment, withDefaults } from './configuration/parse-environment.ts';
import { readAll } from './configuration/read-all.ts';
import type { Service } from './define.ts';
import { type ListenOptions, listen, type RunningServer } from './listen.ts';

export interface Composition {
  readonly services: readonly Service[];
  readonly listenOptions: Omit<ListenOptions, 'port' | 'host'>;
  /** Runs once requests are answered: for work that talks to this very server. */
  started?(server: RunningServer): Promise<void>;
  /** Gives back what was opened, after the last request. */
  close?(): Promise<void>;
}

export interface ServiceProgram<Config> {
  readonly name: string;
  /** Variables that count as set unless the environment sets them. */
  readonly defaults?: Environment;
  readConfig(env: Environment): Config;
  compose(config: Config): Promise<Composition>;
}

/** EX_CONFIG of sysexits.h: a restart will not help. */
const exitConfig = 78;
/** Cloud Run kills ten seconds after SIGTERM. */
const exitAfterMs = 9_500;
const drainMs = 9_000;

/**
 * The whole of a `main.ts`: reads the configuration, serves on PORT, and on SIGTERM or SIGINT ends what is under way.
 * Exits with 0 after a drain, 78 when the configuration is unusable, 1 for anything else.
 */
export async function runService<Config>(program: ServiceProgram<Config>): Promise<void> {
  try {
    const env = withDefaults(program.defaults ?? {}, environment);
    const [{ HOST: host, PORT: port }, config] = readAll(
      () => parseEnvironment(Address, env),
      () => program.readConfig(env),
    );
    const composition = await program.compose(config);
    const { log } = composition.listenOptions;
    onFatal((err) => log.error({ service: program.name, err }, 'unexpected error, the process ends'));
    const server = await listen(composition.services, { drainMs, ...composition.listenOptions, host, port });
    log.info({ service: program.name, port: server.port }, 'listening');
    onStop(() => stop(server, composition));
    await composition.started?.(server);
  } catch (error) {
    report(program.name, error);
    process.exit(error instanceof ConfigError ? exitConfig : 1);
  }
}

async function stop(server: RunningServer, { close }: Composition): Promise<void> {
  await server.close();
  await close?.();
}

function onStop(work: () => Promise<void>): void {
  const begin = () => {
    setTimeout(() => process.exit(0), exitAfterMs).unref();
    work().then(
      () => process.exit(0),
      (error: unknown) => {
        report('stop', error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', begin);
  process.once('SIGINT', begin);
}

/** A half-broken process is worse than none: work is leased, so another instance takes it over. */
function onFatal(tell: (error: unknown) => void): void {
  const end = (error: unknown) => {
    tell(error);
    process.exit(1);
  };
  process.once('unhandledRejection', end);
  process.once('uncaughtException', end);
}

function report(name: string, error: unknown): void {
  const text = error instanceof Error ? (error instanceof ConfigError ? error.message : error.stack) : String(error);
  process.stderr.write(`${name}: ${text}\n`);
}
