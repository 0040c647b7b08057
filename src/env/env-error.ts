export interface EnvProblem {
  name: string;
  message: string;
}

/** Environment variables whose text cannot be read. Wrong usage: the command ends with code 2. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
  readonly exitCode = 2;
  readonly problems: readonly EnvProblem[];

  constructor(problems: readonly EnvProblem[]) {
    const count =
      problems.length === 1
        ? 'One environment variable'
        : `${problems.length} environment variables`;
    const lines = problems.map(({ name, message }) => `  ${name}: ${message}`);
    super(
      [`${count} cannot be read (set in the shell, in .env or in the workflow):`, ...lines].join(
        '\n',
      ),
    );
    this.problems = problems;
  }
}
