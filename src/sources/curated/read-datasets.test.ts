import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../config/config-error.ts';
import { readDatasets } from './read-datasets.ts';

const entry = (changes: Record<string, string> = {}) => {
  const fields = {
    id: 'invented-set',
    name: 'Invented Set',
    year: '2024',
    publisher: 'Invented University',
    size: '[{ value: 53000, unit: trajectories }, { value: 12.5, unit: hours }]',
    modalities: '[rgb, actions]',
    embodiments: '[arm]',
    simulated: 'false',
    licence: 'CC-BY-4.0',
    paper: '"2306.03310"',
    project: 'https://invented.example.org/',
    data: 'null',
    description:
      '{ en: An invented set of arm demonstrations., zh: 虚构的机械臂示范数据集合示例。 }',
    tags: '[manipulation]',
    ...changes,
  };
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}`);
  return `- ${lines.join('\n  ')}\n`;
};

const read = (text: string) => readDatasets('data/datasets.yaml', () => Promise.resolve(text));

const refusal = async (text: string) => {
  const error: unknown = await read(text).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ConfigError);
  return (error as ConfigError).message;
};

describe('a good file', () => {
  it('is read in the order of the file, figures and unknowns as written', async () => {
    const [first, second] = await read(
      entry() + entry({ id: 'second-set', paper: 'null', size: '[]', licence: 'null' }),
    );
    expect(first).toMatchObject({
      id: 'invented-set',
      size: [
        { value: 53000, unit: 'trajectories' },
        { value: 12.5, unit: 'hours' },
      ],
      paper: '2306.03310',
      data: null,
    });
    expect(second).toMatchObject({ id: 'second-set', paper: null, size: [], licence: null });
  });

  it('is no file at all: a fork may delete it', async () => {
    expect(await readDatasets('data/there-is-no-such-file.yaml')).toEqual([]);
  });

  it('may give one paper to two datasets that name each other', async () => {
    const shared = await read(
      entry({ shares_paper_with: '[second-set]' }) +
        entry({ id: 'second-set', shares_paper_with: '[invented-set]' }),
    );
    expect(shared.map(({ paper }) => paper)).toEqual(['2306.03310', '2306.03310']);
  });
});

describe('an id that YAML would read as a number', () => {
  it.each(['2306.03310', '2601.10', '2311.10000'])('%s without quotes is refused', async (id) => {
    const message = await refusal(entry({ paper: id }));
    expect(message).toContain('data/datasets.yaml:10:10');
    expect(message).toContain(`put it in quotes: "${id}"`);
  });

  it.each(['"2601.10"', '"2306.03310v2"', '"2313.00001"', '"arXiv:2306.03310"'])(
    '%s in quotes is refused as no canonical id',
    async (id) => {
      expect(await refusal(entry({ paper: id }))).toContain('expected an arXiv id in quotes');
    },
  );

  it('in quotes keeps its last zero', async () => {
    const [dataset] = await read(entry({ paper: '"2410.10000"' }));
    expect(dataset?.paper).toBe('2410.10000');
  });
});

describe('a bad file', () => {
  it('says everything that is wrong, each with its line and what to do', async () => {
    const message = await refusal(
      entry({
        year: '1924',
        size: '[{ value: -3, unit: trajectorys }]',
        modalities: '[]',
        licence: 'CC BY 4.0',
        project: 'http://invented.example.org/',
        data: 'https://user@127.0.0.1/set',
        description: '{ en: Only English here., zh: Only English here. }',
      }) +
        entry({ colour: 'red' }) +
        entry({ id: 'Third Set', paper: 'null' }),
    );
    expect(message).toMatchInlineSnapshot(`
      "data/datasets.yaml has 12 problems:
        data/datasets.yaml:3:9  [0].year: expected at least 2000, found 1924
        data/datasets.yaml:5:19  [0].size[0].value: expected at least 0.01, found -3
        data/datasets.yaml:5:29  [0].size[0].unit: expected \`trajectories\`, \`hours\`, \`tasks\`, \`scenes\`, \`objects\`, \`grasps\`, \`images\`, \`videos\`, \`instructions\`, \`motions\` or \`touches\`, found "trajectorys"; did you mean \`trajectories\`?
        data/datasets.yaml:6:15  [0].modalities: expected at least one entry, found an empty list
        data/datasets.yaml:9:12  [0].licence: expected \`Apache-2.0\`, \`BSD-2-Clause\`, \`BSD-3-Clause\`, \`CC-BY-3.0\`, \`CC-BY-4.0\`, \`CC-BY-NC-4.0\`, \`CC-BY-NC-ND-4.0\`, \`CC-BY-NC-SA-3.0\`, \`CC-BY-NC-SA-4.0\`, \`CC-BY-SA-4.0\`, \`CC0-1.0\`, \`GPL-3.0-only\`, \`LicenseRef-publisher-terms\`, \`MIT\` or \`ODC-By-1.0\`, found "CC BY 4.0"; did you mean \`CC-BY-4.0\`?
        data/datasets.yaml:11:12  [0].project: expected a public address that starts with https://, found "http://invented.example.org/"
        data/datasets.yaml:12:9  [0].data: expected a public address that starts with https://, found "https://user@127.0.0.1/set"
        data/datasets.yaml:13:46  [0].description.zh: expected Chinese, found "Only English here."
        data/datasets.yaml:15:7  [1].id: \`invented-set\` is already the id of [0]; ids are used once
        data/datasets.yaml:24:10  [1].paper: "2306.03310" is already the paper of \`invented-set\`; give each its own paper, or let both name each other under \`shares_paper_with\`
        data/datasets.yaml:29:3  [1].colour: is not a key here; expected \`id\`, \`name\`, \`mentioned_as\`, \`year\`, \`publisher\`, \`size\`, \`modalities\`, \`embodiments\`, \`simulated\`, \`licence\`, \`paper\`, \`shares_paper_with\`, \`project\`, \`data\`, \`description\` or \`tags\`
        data/datasets.yaml:30:7  [2].id: expected small letters, digits and single hyphens, found "Third Set""
    `);
  });

  it('a paper that two entries claim alone names the first of them', async () => {
    const message = await refusal(entry() + entry({ id: 'second-set' }));
    expect(message).toContain('[1].paper: "2306.03310" is already the paper of `invented-set`');
  });

  it('a dataset named under shares_paper_with must exist', async () => {
    const message = await refusal(entry({ shares_paper_with: '[nowhere]' }));
    expect(message).toContain('`nowhere` is not the id of a dataset here');
  });

  it.each([
    ['an alias', `${entry({ id: '&a first' })}- *a\n`, 'YAML anchors (&name) are not read'],
    ['a list that is none', 'datasets: 3\n', 'expected a list'],
    ['nothing', '', 'is empty'],
    ['broken YAML', '- id: [\n', 'not valid YAML'],
    ['a megabyte and more', `# ${'x'.repeat(1_000_001)}\n[]\n`, 'expected at most 1000000 bytes'],
  ])('%s is refused', async (_name, text, reason) => {
    expect(await refusal(text)).toContain(reason);
  });

  it('a file that cannot be read says so', async () => {
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    const error: unknown = await readDatasets('data/datasets.yaml', () =>
      Promise.reject(denied),
    ).catch((reason: unknown) => reason);
    expect((error as Error).message).toContain('cannot be read (EACCES: permission denied)');
  });
});
