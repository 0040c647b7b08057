/** The promise: what can be used is documented, in both languages; what is documented exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RESOURCES } from '../../src/api/all-resources.ts';
import { configKeys } from '../../src/config/config-keys.ts';
import { configKeysZh } from '../../src/config/config-keys-zh.ts';
import { CONFIGURATION_GUIDES, configurationGuide } from '../../src/config/configuration-guide.ts';
import { VARIABLES } from '../../src/env/variables.ts';
import {
  anchorsOf,
  commandsOf,
  documents,
  fileOf,
  guides,
  linksOf,
  root,
  textOf,
} from './documents.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
const languages = ['en', 'zh'] as const;

describe.each(languages)('the guides in %s', (lang) => {
  const text = textOf(lang);

  it('name every npm script', () => {
    const named = new Set(
      guides[lang]
        .flatMap(commandsOf)
        .map(({ text: command }) => /npm (?:run )?(?:--silent )?([\w:]+)/.exec(command)?.[1]),
    );
    expect(Object.keys(scripts).filter((script) => !named.has(script))).toEqual([]);
  });

  it('explain every key of config.yaml, with the default of the schema', () => {
    const file = CONFIGURATION_GUIDES[lang];
    expect(configurationGuide(lang, read(file)), `${file}: run npm run schema`).toBe(read(file));
    const missing = configKeys().filter(({ path }) => !text.includes(`\`${path}\``));
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  it('name every environment variable', () => {
    expect(Object.keys(VARIABLES).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('name every workflow', () => {
    const workflows = readdirSync(join(root, '.github/workflows'));
    expect(workflows.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('name every kind of page', () => {
    const file = { en: 'docs/data.md', zh: 'docs/data.zh-CN.md' }[lang];
    const guide = read(file);
    expect(
      pageKinds().filter((address) => !guide.includes(`\`${address}\``)),
      file,
    ).toEqual([]);
  });

  it('name every JSON file', () => {
    const file = { en: 'docs/data.md', zh: 'docs/data.zh-CN.md' }[lang];
    const guide = read(file);
    const paths = RESOURCES.map(({ path }) => `/${path}`);
    expect(
      paths.filter((path) => !guide.includes(`\`${path}\``)),
      file,
    ).toEqual([]);
  });
});

/** The addresses that the files under `src/pages/` make, Chinese sisters aside: `/topics/<topic>/<month>/`. */
function pageKinds(): string[] {
  const files = readdirSync(join(root, 'src/pages'), { recursive: true, encoding: 'utf8' });
  // Inside one of the others, or part of how pages work.
  const inner = /^(?:zh\/|papers\/shell|boot\.js|api\/schema|feeds\/\[)/;
  return files
    .filter((file) => /\.(?:astro|ts)$/.test(file) && !inner.test(file))
    .map((file) =>
      `/${file
        .replace(/\.ts$/, '')
        .replace(/(?:^|\/)index\.astro$/, '/')
        .replace(/\.astro$/, '/')}`
        .replace(/^\/+/, '/')
        .replace(/^\/\[\.\.\.zh\]/, '')
        .replace('/404/', '/404.html')
        .replaceAll(/\[(?:\.\.\.)?topic\]/g, '<id>')
        .replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, '<$1>'),
    )
    .toSorted();
}

describe('Chinese', () => {
  it('explains each key that the schema has, and no other', () => {
    expect(Object.keys(configKeysZh).toSorted()).toEqual(
      configKeys()
        .map(({ path }) => path)
        .toSorted(),
    );
  });

  it('has a sister for each guide, and each leads to the other', () => {
    const alone = new Set(
      'architecture decisions health performance reliability scale starter topics-evaluation'
        .split(' ')
        .map((name) => `docs/${name}.md`)
        .concat('SECURITY.md', 'CHANGELOG.md', '.github/pull_request_template.md'),
    );
    const problems = guides.en
      .filter(({ file }) => !alone.has(file))
      .flatMap(({ file, text }) => {
        const sister = file.replace(/\.md$/, '.zh-CN.md');
        const name = sister.split('/').at(-1) ?? '';
        const found = guides.zh.find((other) => other.file === sister);
        if (!found) return [`${sister} is missing`];
        const back = file.split('/').at(-1) ?? '';
        return [
          ...(text.includes(`](${name})`) ? [] : [`${file} does not lead to ${name}`]),
          ...(found.text.includes(`](${back})`) ? [] : [`${sister} does not lead to ${back}`]),
        ];
      });
    expect(problems).toEqual([]);
  });
});

describe('every document', () => {
  it('is in the index, in English or in both', () => {
    for (const index of ['docs/README.md', 'docs/README.zh-CN.md']) {
      const linked = new Set(
        linksOf({ file: index, text: read(index) }).map((link) => fileOf(link)?.file),
      );
      const chinese = index.includes('zh-CN');
      const wanted = guides.en
        .map(({ file }) => file)
        .filter((file) => file.startsWith('docs/') && file !== 'docs/README.md')
        .map((file) => {
          const sister = file.replace(/\.md$/, '.zh-CN.md');
          return chinese && existsSync(join(root, sister)) ? sister : file;
        });
      expect(
        wanted.filter((file) => !linked.has(file)),
        index,
      ).toEqual([]);
    }
  });

  it('has links that resolve: files and headings', () => {
    const broken = documents.flatMap(linksOf).flatMap((link) => {
      const target = fileOf(link);
      if (target === null) return [];
      const place = `${link.from}:${link.line} → ${link.target}`;
      if (!existsSync(join(root, target.file))) return [`${place}: no such file`];
      if (target.anchor === '' || !target.file.endsWith('.md')) return [];
      return anchorsOf(read(target.file)).has(target.anchor) ? [] : [`${place}: no such heading`];
    });
    expect(broken).toEqual([]);
  });

  it('gives only commands that exist', () => {
    const unknown = documents.flatMap(commandsOf).flatMap(({ file, line, text }) => {
      const script = /npm (?:run )?(?:--silent )?([\w:-]+)/.exec(text)?.[1];
      const path = /node (scripts\/[\w/.-]+)/.exec(text)?.[1];
      const isThere =
        script === undefined
          ? path !== undefined && existsSync(join(root, path))
          : Object.hasOwn(scripts, script);
      return isThere ? [] : [`${file}:${line}: ${text}`];
    });
    expect(unknown).toEqual([]);
  });

  it('names only files of the repository that are there', () => {
    // Made by a run or by the operator.
    const made =
      /^(?:data\/(?:news|jobs|datasets|receipts|own-|\.pending|\.lock|papers\/(?:YYYY|year))|docs\/deploy\/<|deploy\/<|deploy\/docker\/\.env|public\/CNAME)/;
    const missing = documents.flatMap(({ file, text }) =>
      [
        ...text.matchAll(
          /`((?:src|scripts|docs|data|tests|bench|deploy|public|\.github)\/[\w./-]*)`/g,
        ),
      ]
        .map(([, path = '']) => path)
        .filter((path) => !made.test(path) && !existsSync(join(root, path)))
        .map((path) => `${file}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('speaks of no paths of a machine', () => {
    const leaks = documents.filter(({ text }) =>
      /(?:^|[\s`(])\/(?:work|tmp|root|home)\//m.test(text),
    );
    expect(leaks.map(({ file }) => file)).toEqual([]);
  });
});
