export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** From most to least talkative. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Whether something of `level` is told when only `threshold` and above is wanted. */
export function isLogged(level: LogLevel, threshold: LogLevel): boolean {
  return LOG_LEVELS.indexOf(level) >= LOG_LEVELS.indexOf(threshold);
}
