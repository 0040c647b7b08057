import { describe, expect, it } from 'vitest';
import { readEmployers } from './read-employers.ts';

const entry = (changes: Record<string, string> = {}) => {
  const fields = {
    id: 'invented-robots',
    name: 'Invented Robots',
    kind: 'company',
    places: '[{ city: Shenzhen, country: CN }]',
    careers: 'https://invented.example.com/careers',
    site: 'https://invented.example.com/',
    focus: '{ en: Robots that do not exist., zh: 并不存在的机器人，仅作测试示例。 }',
    ...changes,
  };
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}`);
  return `- ${lines.join('\n  ')}\n`;
};

const read = (text: string) => readEmployers('data/jobs.yaml', () => Promise.resolve(text));
const refusal = (text: string) =>
  read(text).then(
    () => 'accepted',
    (reason: unknown) => (reason as Error).message,
  );

describe('readEmployers', () => {
  it('reads entries in the order of the file', async () => {
    const employers = await read(
      entry() + entry({ id: 'second', careers: 'https://invented.example.com/jobs' }),
    );
    expect(employers.map(({ id }) => id)).toEqual(['invented-robots', 'second']);
    expect(employers[0]?.places).toEqual([{ city: 'Shenzhen', country: 'CN' }]);
  });

  it('is empty when the file was deleted', async () => {
    expect(await readEmployers('data/there-is-no-such-file.yaml')).toEqual([]);
  });

  it('says everything that is wrong, each with its line and what to do', async () => {
    const message = await refusal(
      entry({
        kind: 'startup',
        places: '[{ city: Shenzhen, country: China }]',
        careers: 'javascript:alert(1)',
        site: 'https://localhost/',
      }) + entry({ name: '"<b>Bold</b>"' }),
    );
    expect(message).toMatchInlineSnapshot(`
      "data/jobs.yaml has 6 problems:
        data/jobs.yaml:3:9  [0].kind: expected \`company\`, \`lab\` or \`university\`, found "startup"
        data/jobs.yaml:4:39  [0].places[0].country: expected the two capital letters of ISO 3166, such as CN or US, found "China"
        data/jobs.yaml:5:12  [0].careers: expected a public address that starts with https://, found "javascript:alert(1)"
        data/jobs.yaml:6:9  [0].site: expected a public address that starts with https://, found "https://localhost/"
        data/jobs.yaml:8:7  [1].id: \`invented-robots\` is already the id of [0]; ids are used once
        data/jobs.yaml:9:9  [1].name: expected one line of plain text, found "<b>Bold</b>""
    `);
  });

  it('a careers page stands once', async () => {
    const message = await refusal(entry() + entry({ id: 'second' }));
    expect(message).toContain('[1].careers: is already the careers page of `invented-robots`');
  });
});
