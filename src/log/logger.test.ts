import { describe, expect, it } from 'vitest';
import { createLogger, silentLogger, type LogEffects, type LoggerOptions } from './logger.ts';

function logTo(terminal: boolean, options: LoggerOptions = {}, effects: Partial<LogEffects> = {}) {
  const written: string[] = [];
  const log = createLogger(options, {
    write: (text) => void written.push(text),
    now: () => Date.parse('2026-11-23T06:17:00Z'),
    terminal,
    colour: false,
    columns: () => 40,
    ...effects,
  });
  return { log, text: () => written.join('') };
}

describe('elsewhere than on a terminal', () => {
  it('writes one JSON object a line', () => {
    const { log, text } = logTo(false);
    log.info('fetched', { source: 'arxiv', papers: 150 });
    log.warn('slow');
    expect(text()).toBe(
      '{"time":"2026-11-23T06:17:00.000Z","level":"info","message":"fetched","source":"arxiv","papers":150}\n' +
        '{"time":"2026-11-23T06:17:00.000Z","level":"warn","message":"slow"}\n',
    );
  });

  it('writes progress as messages, and its end not at all', () => {
    const { log, text } = logTo(false);
    log.progress('page 2 of 5', { page: 2 });
    log.progress(null);
    expect(
      text()
        .split('\n')
        .map((line) => line && JSON.parse(line).message),
    ).toEqual(['page 2 of 5', '']);
  });

  it('outside text cannot forge a line nor hide in one', () => {
    const { log, text } = logTo(false);
    const title = 'a\n{"level":"error"}\u2028\u202e\u009b31m\u{e0041}';
    log.info(title, { [title]: title });
    expect(text().match(/\n/g)?.length).toBe(1);
    expect(text().slice(0, -1)).toMatch(/^[^\p{Cc}\p{Cf}\u2028]*$/u);
    expect(JSON.parse(text())).toMatchObject({ message: title, [title]: title });
  });

  it('writes an error with its causes', () => {
    const { log, text } = logTo(false);
    log.error('failed', { error: new Error('outer', { cause: new TypeError('inner') }) });
    expect(JSON.parse(text()).error).toBe('Error: outer (cause: TypeError: inner)');
  });
});

describe('on a terminal', () => {
  it('writes lines for people', () => {
    const { log, text } = logTo(true);
    log.info('fetched', { papers: 150, ids: ['2611.01234'] });
    log.error('failed', { error: new Error('no') });
    expect(text()).toBe(
      'fetched  papers=150  ids=["2611.01234"]\nerror: failed  error=Error: no\n',
    );
  });

  it('rewrites the progress line, keeps it below messages, and clears it at the end', () => {
    const { log, text } = logTo(true);
    log.progress('page 1 of 2');
    log.info('note');
    log.progress('page 2 of 2');
    log.progress(null);
    log.info('done');
    const clear = '\r\u001b[2K';
    expect(text()).toBe(
      `${clear}page 1 of 2${clear}note\npage 1 of 2${clear}page 2 of 2${clear}done\n`,
    );
  });

  it('cuts progress to the width of the terminal', () => {
    const { log, text } = logTo(true);
    log.progress('x'.repeat(100));
    expect(text()).toBe(`\r\u001b[2K${'x'.repeat(39)}`);
  });

  it('outside text cannot move the cursor', () => {
    const { log, text } = logTo(true);
    log.info('title \u001b[2J\u0007\r\n\u202eevil', { k: '\u001b]8;;x\u0007' });
    expect(text().slice(0, -1)).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  it('colours warnings and errors when colour is wanted', () => {
    const { log, text } = logTo(true, {}, { colour: true });
    log.info('plain');
    log.warn('slow');
    expect(text()).toBe('plain\n\u001b[33mwarn: slow\u001b[0m\n');
  });
});

it.each([
  ['debug', ['debug', 'info', 'warn', 'error']],
  ['info', ['info', 'warn', 'error']],
  ['warn', ['warn', 'error']],
  ['error', ['error']],
] as const)('at level %s it tells %j', (level, told) => {
  const { log, text } = logTo(false, { level });
  log.debug('debug');
  log.info('info');
  log.warn('warn');
  log.error('error');
  const messages = text()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).message);
  expect(messages).toEqual(told);
});

it('tells no progress to who wants only warnings', () => {
  const { log, text } = logTo(true, { level: 'warn' });
  log.progress('page 1');
  expect(text()).toBe('');
});

it('never tells a secret', () => {
  for (const terminal of [true, false]) {
    const { log, text } = logTo(terminal, { secrets: ['ghp_12345', 'abc'] });
    log.info('token ghp_12345', { url: 'https://x/?t=ghp_12345' });
    log.progress('with ghp_12345');
    expect(text()).not.toContain('ghp_12345');
    expect(text()).toContain('***');
  }
});

it('fields of a part go with all its messages', () => {
  const { log, text } = logTo(false);
  log.with({ source: 'news' }).with({ feed: 'a' }).info('read', { items: 3 });
  expect(JSON.parse(text())).toMatchObject({ source: 'news', feed: 'a', items: 3 });
});

it('the silent log has every voice and uses none', () => {
  expect(() => silentLogger.with({}).error('x')).not.toThrow();
});
