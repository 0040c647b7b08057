import type { EmitGroup, EmitReport } from './groups.ts';
import type { OutputFolder } from './output-folder.ts';
import { packFile } from './pack-index.ts';
import { readPack, writePack, type PackedFile } from './pack.ts';

interface GroupState {
  key: string;
  files: number;
}

interface Emission {
  output: OutputFolder;
  report: EmitReport;
  /** The output folder holds the group's files as the last build wrote them. */
  inPlace: boolean;
  cacheDir: string;
}

/**
 * Writes one group, and its pack when it changed.
 * @param known the group's state after the last build
 */
export function emitGroup(
  group: EmitGroup,
  known: GroupState | undefined,
  emission: Emission,
): GroupState {
  const { output, report, inPlace, cacheDir } = emission;
  const file = packFile(cacheDir, group.name);
  if (known?.key === group.key && inPlace) {
    report.kept += known.files;
    return known;
  }
  const packed = known ? readPack(file, known.key) : null;
  if (known?.key === group.key && packed) {
    for (const { path, bytes } of packed) output.write(path, bytes);
    report.restored += packed.length;
    return known;
  }
  const files = renderChanged(group, packed ?? [], emission);
  writePack(file, group.key, files);
  return { key: group.key, files: files.length };
}

function renderChanged(
  group: EmitGroup,
  packed: PackedFile[],
  { output, report, inPlace }: Emission,
): PackedFile[] {
  const before = new Map(packed.map((file) => [file.path, file]));
  const files: PackedFile[] = [];
  const kind = group.name.split('/', 1)[0] ?? '';
  for (const { path, key, render } of group.files()) {
    const same = before.get(path);
    if (same?.key === key) {
      if (inPlace) output.keep(path);
      else output.write(path, same.bytes);
      report[inPlace ? 'kept' : 'restored'] += 1;
      files.push(same);
    } else {
      const made = render();
      const bytes = typeof made === 'string' ? Buffer.from(made) : made;
      output.write(path, bytes);
      report.rendered += 1;
      report.renderedOf[kind] = (report.renderedOf[kind] ?? 0) + 1;
      files.push({ path, key, bytes });
    }
  }
  return files;
}
