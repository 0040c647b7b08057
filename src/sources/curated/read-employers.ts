import { crossCheckEmployers, employerList, type EmployerEntry } from './employer-entry.ts';
import { readCurated, type ReadText } from './read-curated.ts';

/**
 * Those who hire in embodied AI, kept by hand, in the order of the file; none when there is no file.
 * @throws {ConfigError} with every problem of the file, each with line, column and remedy
 */
export function readEmployers(file = 'data/jobs.yaml', read?: ReadText): Promise<EmployerEntry[]> {
  return readCurated(file, employerList, crossCheckEmployers, read);
}
