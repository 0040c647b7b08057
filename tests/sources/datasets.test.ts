import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serve, status, type LocalServer } from '../../src/http/fixtures/local-server.ts';
import { datasets } from '../../src/store/dataset-kind.ts';
import { datasetsSource } from '../../src/update/datasets-source.ts';
import { problemsOf, SectionRun, statesOf } from './section-run.ts';

const entry = (id: string, name: string, paper: string, data = 'null') => `
- id: ${id}
  name: ${name}
  year: 2024
  publisher: Invented Lab
  size: [{ value: 120, unit: hours }]
  modalities: [rgb]
  embodiments: [arm]
  simulated: false
  licence: MIT
  paper: "${paper}"
  project: null
  data: ${data}
  description: { en: Kitchen work by two arms., zh: 双臂机器人在厨房中的操作数据集。 }
  tags: [manipulation]
`;
const CURATED =
  entry('pan-and-pot', 'Pan & Pot', '2403.00001') +
  entry('linked', 'Linked', '2403.00002', 'https://huggingface.co/datasets/lab/linked-v1');
const hub = (id: string, downloads: number, papers: string[] = []) => ({
  id,
  downloads,
  likes: 3,
  lastModified: '2026-10-01T08:00:00Z',
  createdAt: '2025-01-01T00:00:00Z',
  tags: papers.map((paper) => `arxiv:${paper}`),
});

function start(server: LocalServer): SectionRun {
  const run = new SectionRun({}, [server.host], { HUGGINGFACE_URL: server.url });
  const file = join(run.dir, 'datasets.yaml');
  writeFileSync(file, CURATED);
  run.config.datasets = {
    file,
    huggingface: { tags: ['LeRobot'], search: ['robot'], limit: 50, min_downloads: 100 },
  };
  return run;
}
const shown = (run: SectionRun) =>
  Object.fromEntries(
    run
      .records(datasets)
      .map(({ id, huggingface }) => [
        id,
        huggingface && `${huggingface.id} ${huggingface.downloads}`,
      ]),
  );

it('joins the list kept by hand with Hugging Face by link, and by paper and name; the rest stands for itself', async () => {
  await using server = await serve((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://x');
    expect(searchParams.get('limit')).toBe('50');
    const list = searchParams.has('filter')
      ? [
          hub('lab/linked-v1', 900),
          hub('fan/pan_and_pot', 200, ['2403.00001']),
          hub('lab/pan-pot', 800, ['2403.00001']),
        ]
      : [
          hub('lab/pan-pot', 800, ['2403.00001']),
          hub('other/arms', 500, ['2403.00001', '2403.00009']),
          hub('tiny/test', 3),
        ];
    response.end(JSON.stringify(list));
  });
  using run = start(server);
  await run.run(datasetsSource);
  expect(shown(run)).toEqual({
    'pan-and-pot': 'lab/pan-pot 800',
    linked: 'lab/linked-v1 900',
    'hf/fan/pan_and_pot': 'fan/pan_and_pot 200',
    'hf/other/arms': 'other/arms 500',
  });
  expect(run.records(datasets).find(({ id }) => id === 'hf/other/arms')?.paper).toBeNull();
});

it('figures that move by the hour change no byte within a week; a new version of the data does', async () => {
  let list = [hub('other/arms', 500)];
  await using server = await serve((_, response) => response.end(JSON.stringify(list)));
  using run = start(server);
  await run.run(datasetsSource, '2026-11-01T06:00:00Z');
  const before = run.bytes();
  await run.run(datasetsSource, '2026-11-01T06:00:00Z');
  expect(run.bytes()).toEqual(before);
  list = [hub('other/arms', 650)];
  await run.run(datasetsSource, '2026-11-04T06:00:00Z');
  expect(shown(run)['hf/other/arms']).toBe('other/arms 500');
  await run.run(datasetsSource, '2026-11-08T06:00:00Z');
  expect(shown(run)['hf/other/arms']).toBe('other/arms 650');
  list = [{ ...hub('other/arms', 651), lastModified: '2026-11-09T01:00:00Z' }];
  await run.run(datasetsSource, '2026-11-09T06:00:00Z');
  expect(shown(run)['hf/other/arms']).toBe('other/arms 651');
});

it('a refusal, a list that is cut and one that is empty take nothing away', async () => {
  const answers = [
    JSON.stringify([hub('other/arms', 500), hub('lab/linked-v1', 900)]),
    '[{"id":"other/',
    '[]',
    '',
  ];
  let turn = 0;
  await using server = await serve((request, response) => {
    if (turn === answers.length) status(404)(request, response);
    else response.end(answers[turn]);
  });
  using run = start(server);
  await run.run(datasetsSource);
  const before = run.records(datasets);
  for (turn = 1; turn <= answers.length; turn += 1) {
    const result = await run.run(
      datasetsSource,
      `2026-11-2${5 + turn}T06:00:00Z`.replace('29', '28'),
    );
    expect(run.records(datasets)).toEqual(before);
    if (turn !== 2)
      expect(statesOf(result)).toMatchObject({
        datasets: 'quiet',
        'datasets/huggingface': 'failing',
      });
  }
});

it('what is taken out of the file leaves with a reason; a mistake in the file takes nothing out', async () => {
  await using server = await serve((_, response) => response.end('[]'));
  using run = start(server);
  await run.run(datasetsSource);
  writeFileSync(run.config.datasets.file, CURATED.replace('year: 2024', 'year: soon'));
  const result = await run.run(datasetsSource, '2026-11-25T06:00:00Z');
  expect(problemsOf(result).join()).toContain('year');
  expect(run.records(datasets)).toHaveLength(2);
  writeFileSync(run.config.datasets.file, entry('pan-and-pot', 'Pan & Pot', '2403.00001'));
  await run.run(datasetsSource, '2026-11-26T06:00:00Z');
  expect(run.records(datasets).map(({ id }) => id)).toEqual(['pan-and-pot']);
});
