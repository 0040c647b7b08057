import { readFileSync } from 'node:fs';
import { describeIssues } from '../../src/store/paper-schema.ts';
import { comparePaperIds } from '../../src/text/ids.ts';
import { factSchema, type Fact } from './fact.ts';

export const FACTS = 'scripts/starter/papers.ndjson';

/**
 * The facts of the starter set, one paper a line, in order of id.
 * @throws {Error} naming file, line and what is wrong
 */
export function readFacts(file = FACTS): Fact[] {
  return parseFacts(readFileSync(file, 'utf8'), file);
}

/** @param file named in errors */
export function parseFacts(text: string, file: string): Fact[] {
  const facts: Fact[] = [];
  for (const [index, line] of text.replace(/\n$/, '').split('\n').entries()) {
    const refuse = (reason: string): never => {
      throw new Error(`${file}:${index + 1}: ${reason}`);
    };
    const { data, error } = factSchema.safeParse(parseLine(line, refuse));
    if (data === undefined) refuse(describeIssues(error));
    else facts.push(inOrder(facts.at(-1), data, refuse));
  }
  return facts;
}

function parseLine(line: string, refuse: (reason: string) => never): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return refuse('is not JSON');
  }
}

function inOrder(before: Fact | undefined, fact: Fact, refuse: (reason: string) => never): Fact {
  if (before !== undefined && comparePaperIds(before.id, fact.id) >= 0) {
    refuse(`${fact.id} must come before ${before.id}: papers are sorted by id, each once`);
  }
  return fact;
}
