/** One thing that is wrong in a YAML file, and where. Line and column count from 1. */
export interface ConfigProblem {
  line: number;
  column: number;
  /** Keys from the top of the file: `topics[2].include[0]`; empty for the file as a whole. */
  path: string;
  /** What was expected, what was found and what to do. */
  message: string;
}

/** Everything that is wrong in one file, in the order of the file. `message` is ready to be printed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly file: string;
  readonly problems: readonly ConfigProblem[];

  constructor(file: string, problems: readonly ConfigProblem[], options?: ErrorOptions) {
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    const lines = problems.map(
      ({ line, column, path, message }) =>
        `  ${file}:${line}:${column}  ${path === '' ? '' : `${path}: `}${message}`,
    );
    super([`${file} has ${count}:`, ...lines].join('\n'), options);
    this.file = file;
    this.problems = problems;
  }
}
