import { crossCheckDatasets, datasetList, type DatasetEntry } from './dataset-entry.ts';
import { readCurated, type ReadText } from './read-curated.ts';

/**
 * The datasets and benchmarks that people keep by hand, in the order of the file; none when there is no file.
 * @throws {ConfigError} with every problem of the file, each with line, column and remedy
 */
export function readDatasets(
  file = 'data/datasets.yaml',
  read?: ReadText,
): Promise<DatasetEntry[]> {
  return readCurated(file, datasetList, crossCheckDatasets, read);
}
