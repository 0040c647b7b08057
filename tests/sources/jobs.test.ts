import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { serve, status, type LocalServer } from '../../src/http/fixtures/local-server.ts';
import { employers, jobs } from '../../src/store/job-kinds.ts';
import { jobsSource } from '../../src/update/jobs-source.ts';
import { problemsOf, SectionRun, statesOf } from './section-run.ts';

const EMPLOYERS = `
- id: acme
  name: Acme Robots
  kind: company
  places: [{ city: Lyon, country: FR }]
  careers: https://acme.example.com/jobs
  site: https://acme.example.com/
  focus: { en: Arms that learn from few demonstrations., zh: 少样本学习的机械臂与相关系统研发。 }
`;
const jobsOf = (run: SectionRun) =>
  run
    .records(jobs)
    .map(({ title, closed_on, last_seen }) =>
      `${title} ${closed_on ?? 'open'} ${last_seen ?? ''}`.trim(),
    );

class JobsRun extends SectionRun {
  readonly file: string;
  constructor(server: LocalServer, parts: Partial<Config['jobs']>) {
    super(
      { jobs: { github: [], greenhouse: [], lever: [], file: 'nowhere/jobs.yaml', ...parts } },
      [server.host],
      {
        GITHUB_API_URL: server.url,
        GREENHOUSE_URL: server.url,
        LEVER_URL: `${server.url}/`,
        GITHUB_TOKEN: 'ghp_invented',
      },
    );
    this.file = join(this.dir, 'jobs.yaml');
  }
}
const github = [{ repo: 'invented/jobs', path: 'README.md', section: 'Rolling' }];
const readme = (...titles: string[]) =>
  `## Rolling\n**[2026.11.20]**\n\n${titles.map((title) => `[甲(北京) - ${title} - 全职](https://example.com/${title})`).join('\n\n')}\n`;

it('reads a list through the GitHub API with the token, closes what is no longer listed, and opens it again', async () => {
  let text = readme('a', 'b');
  await using server = await serve((request, response) => {
    const asked =
      request.url === '/repos/invented/jobs/contents/README.md' &&
      request.headers.accept === 'application/vnd.github.raw+json';
    if (asked)
      response.writeHead(200, { 'content-type': 'application/vnd.github.raw+json' }).end(text);
    else status(404)(request, response);
  });
  using run = new JobsRun(server, { github });
  await run.run(jobsSource, '2026-11-24T06:00:00Z');
  expect(server.requests[0]?.headers['authorization']).toBe('Bearer ghp_invented');
  expect(jobsOf(run)).toEqual(expect.arrayContaining(['a open', 'b open']));
  const before = run.bytes();
  await run.run(jobsSource, '2026-11-24T12:00:00Z');
  expect(run.bytes()).toEqual(before);

  text = readme('b', 'c');
  await run.run(jobsSource, '2026-11-26T06:00:00Z');
  expect(jobsOf(run).toSorted()).toEqual(['a 2026-11-26 2026-11-24', 'b open', 'c open']);
  text = readme('a', 'b', 'c');
  await run.run(jobsSource, '2026-11-27T06:00:00Z');
  expect(jobsOf(run).toSorted()).toEqual(['a open', 'b open', 'c open']);
});

it('a list that is gone, empty or cut closes nothing and says why', async () => {
  const bad = [
    status(404),
    status(200, {}, ''),
    status(200, {}, '<html>'),
    status(200, { 'content-length': '900' }, '## Rolling\n'),
  ];
  let turn = -1;
  await using server = await serve((request, response) => {
    if (turn < 0) status(200, {}, readme('a'))(request, response);
    else bad[turn]?.(request, response);
    if (turn === 3) response.destroy();
  });
  using run = new JobsRun(server, { github });
  await run.run(jobsSource);
  for (turn = 0; turn < bad.length; turn += 1) {
    const result = await run.run(jobsSource, `2026-11-2${5 + turn}T06:00:00Z`);
    expect(jobsOf(run)).toEqual(['a open']);
    expect(statesOf(result)['jobs/github-invented-jobs']).toBe('failing');
    expect(problemsOf(result).join()).toContain('jobs/github-invented-jobs: ');
  }
});

it('a list that loses most of its jobs at once is believed on the second day', async () => {
  const many = Array.from({ length: 24 }, (_, n) => `job${n}`);
  let text = readme(...many);
  await using server = await serve((_, response) => response.end(text));
  using run = new JobsRun(server, { github });
  await run.run(jobsSource, '2026-11-24T06:00:00Z');
  text = readme('job0');
  const doubted = await run.run(jobsSource, '2026-11-25T06:00:00Z');
  expect(problemsOf(doubted).join()).toContain('23 jobs are no longer listed');
  expect(jobsOf(run).filter((job) => job.includes('open'))).toHaveLength(24);
  await run.run(jobsSource, '2026-11-26T06:00:00Z');
  expect(jobsOf(run).filter((job) => job.includes('open'))).toEqual(['job0 open']);
});

it('reads boards side by side; one that is gone leaves the others', async () => {
  await using server = await serve((request, response) => {
    const body: Record<string, unknown> = {
      '/v1/boards/acme/jobs': { jobs: [{ title: 'Arm', absolute_url: 'https://example.com/arm' }] },
      '/v0/postings/bolt?mode=json': [{ text: 'Leg', hostedUrl: 'https://example.com/leg' }],
    };
    const found = body[request.url ?? ''];
    if (found) response.end(JSON.stringify(found));
    else status(404)(request, response);
  });
  using run = new JobsRun(server, {
    greenhouse: [
      { board: 'acme', company: 'Acme' },
      { board: 'closed', company: 'Closed' },
    ],
    lever: [{ board: 'bolt', company: 'Bolt' }],
  });
  const result = await run.run(jobsSource);
  expect(
    run
      .records(jobs)
      .map(({ company, source }) => `${company} ${source}`)
      .toSorted(),
  ).toEqual(['Acme greenhouse-acme', 'Bolt lever-bolt']);
  expect(statesOf(result)).toMatchObject({
    'jobs/greenhouse-acme': 'new',
    'jobs/greenhouse-closed': 'failing',
    'jobs/lever-bolt': 'new',
  });
});

it('employers come from the file kept by hand; a mistake in it is named by line, and takes nobody out', async () => {
  await using server = await serve(status(404));
  using run = new JobsRun(server, {});
  const config = { ...run.config, jobs: { ...run.config.jobs, file: run.file } };
  writeFileSync(run.file, EMPLOYERS);
  await run.run(jobsSource, '2026-11-24T06:00:00Z', config);
  expect(run.records(employers)).toMatchObject([{ id: 'acme', first_seen: '2026-11-24' }]);
  writeFileSync(run.file, EMPLOYERS.replace('kind: company', 'kind: club'));
  const result = await run.run(jobsSource, '2026-11-25T06:00:00Z', config);
  expect(problemsOf(result).join()).toMatch(/jobs\/employers: .*line 4|:4:/);
  expect(run.records(employers)).toHaveLength(1);
});
