import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';
import type { ConfigProblem } from './config-error.ts';

/** Larger files are refused unread: a configuration of a thousand topics is a tenth of it. */
export const maxYamlBytes = 1_000_000;

type Path = readonly PropertyKey[];

/** A YAML document as plain values, and the place of each value in the text. */
export interface YamlSource {
  value: unknown;
  /** Line and column, from 1, of the value at a path; of its key when `at` is `key`; else of the nearest parent. */
  place(path: Path, at?: 'key' | 'value'): { line: number; column: number };
  /** The text of a plain scalar as it stands in the file (`2601.10`), else `null`. */
  written(path: Path): string | null;
}

/** Reads one YAML 1.2 document without anchors, aliases, tags or repeated keys. */
export function readYamlSource(text: string): YamlSource | ConfigProblem[] {
  const top = { line: 1, column: 1, path: '' };
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > maxYamlBytes) {
    return [{ ...top, message: `expected at most ${maxYamlBytes} bytes, found ${bytes}` }];
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const spot = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = [
    ...[...document.errors, ...document.warnings].map(({ pos, message }) => ({
      offset: pos[0],
      message: `not valid YAML: ${message}`,
    })),
    ...forbidden(document),
  ].map(({ offset, message }) => Object.assign(spot(offset), { path: '', message }));
  if (problems.length > 0) return problems;
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    place: (path, at = 'value') => spot(offsetOf(document, path, at)),
    written: (path) => {
      const node = document.getIn(path.map(yamlKey), true);
      return isScalar(node) && node.type === 'PLAIN' ? (node.source ?? null) : null;
    },
  };
}

function forbidden(document: Document): { offset: number; message: string }[] {
  const found: { offset: number; message: string }[] = [];
  const add = (node: Node, what: string) =>
    found.push({
      offset: node.range?.[0] ?? 0,
      message: `${what} are not read; write the value out at each place`,
    });
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) add(node, 'YAML aliases (*name)');
      else if ('anchor' in node && node.anchor) add(node, 'YAML anchors (&name)');
    },
    Pair(_key, { key }) {
      if (isScalar(key) && key.value === '<<') add(key, 'YAML merge keys (<<)');
    },
  });
  return found;
}

const yamlKey = (key: PropertyKey) => (typeof key === 'symbol' ? String(key) : key);

function offsetOf(document: Document, path: Path, at: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [depth, key] of path.entries()) {
    let child: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      if (!isPair(pair)) break;
      const last = depth === path.length - 1;
      const keyOffset = isNode(pair.key) ? pair.key.range?.[0] : undefined;
      if ((last && at === 'key') || !isNode(pair.value)) return keyOffset ?? offset;
      child = pair.value;
    } else if (isSeq(node) && typeof key === 'number') {
      child = node.items[key];
    }
    if (!isNode(child)) break;
    offset = child.range?.[0] ?? offset;
    node = child;
  }
  return offset;
}
