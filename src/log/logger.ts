import { humanLine } from './human-line.ts';
import { jsonLine } from './json-line.ts';
import { isLogged, type LogLevel } from './log-level.ts';

/** Facts that go with a message; values that JSON can state. */
export type LogFields = Readonly<Record<string, unknown>>;

export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /**
   * Where a long task stands. On a terminal one line that rewrites itself and stays below the messages; elsewhere a
   * message of level `info`. `null` ends it.
   */
  progress(message: string | null, fields?: LogFields): void;
  /** The same log, with fields that go with every message: `{source: 'arxiv'}`. */
  with(fields: LogFields): Logger;
}

export interface LoggerOptions {
  /** Least level that is told. Default `info`. */
  level?: LogLevel;
  /** Texts that must never be told, such as tokens; each is written as `***`. */
  secrets?: readonly string[];
}

export interface LogEffects {
  write: (text: string) => void;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Human lines instead of JSON lines. */
  terminal: boolean;
  colour: boolean;
  /** Width of the terminal, asked for at each progress line. */
  columns: () => number;
}

const CLEAR_LINE = '\r\u001b[2K';

/** Standard error, so that a command's own output can be piped. */
function standardError(): LogEffects {
  const { stderr, env } = process;
  return {
    write: (text) => stderr.write(text),
    now: Date.now,
    terminal: stderr.isTTY,
    // https://no-color.org
    colour: stderr.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
    columns: () => stderr.columns,
  };
}

/** The project's log: human lines on a terminal, one JSON object a line elsewhere. */
export function createLogger(
  options: LoggerOptions = {},
  effects: Partial<LogEffects> = {},
): Logger {
  const threshold = options.level ?? 'info';
  const io = { ...standardError(), ...effects };
  const hide = hiderOf(options.secrets ?? []);
  let standing = '';

  const emit = (line: string) => {
    io.write(standing === '' ? `${line}\n` : `${CLEAR_LINE}${line}\n${standing}`);
  };

  const make = (always: LogFields): Logger => {
    const tell =
      (level: LogLevel) =>
      (message: string, fields: LogFields = {}) => {
        if (!isLogged(level, threshold)) return;
        const entry = { time: io.now(), level, message, fields: { ...always, ...fields } };
        emit(hide(io.terminal ? humanLine(entry, io.colour) : jsonLine(entry)));
      };
    return {
      debug: tell('debug'),
      info: tell('info'),
      warn: tell('warn'),
      error: tell('error'),
      progress(message, fields) {
        if (!isLogged('info', threshold)) return;
        if (!io.terminal) {
          if (message !== null) tell('info')(message, fields);
          return;
        }
        const entry = {
          time: io.now(),
          level: 'info' as const,
          message: message ?? '',
          fields: {},
        };
        const line =
          message === null
            ? ''
            : hide(humanLine(entry, false)).slice(0, Math.max(20, io.columns() - 1));
        if (standing !== '' || line !== '') io.write(CLEAR_LINE + line);
        standing = line;
      },
      with: (fields) => make({ ...always, ...fields }),
    };
  };
  return make({});
}

/** A log that tells nothing. */
export const silentLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  progress() {},
  with: () => silentLogger,
};

function hiderOf(secrets: readonly string[]): (line: string) => string {
  const real = secrets.filter((secret) => secret.length >= 4);
  return (line) => real.reduce((text, secret) => text.replaceAll(secret, '***'), line);
}
