import { describe, expect, it } from 'vitest';
import { sqliteLine, sqlScope } from './sqlite-words.ts';

describe('what pages say of the SQLite file', () => {
  it('is that it holds every paper while it does', () => {
    expect(sqliteLine('en', null)).toMatch(/^SQLite: every paper, .* last 30 days$/);
    expect(sqliteLine('zh', null)).toMatch(/^SQLite：全部论文、.* 30 天/);
    expect(sqlScope('en', null)).toBeNull();
  });

  it('is else from which month on, and where every paper is', () => {
    expect(sqliteLine('en', '2026-07')).toMatch(
      /^SQLite: papers since July 2026, .* last 30 days$/,
    );
    expect(sqliteLine('zh', '2026-07')).toMatch(/^SQLite：2026年7月 起的论文、.* 30 天/);
    expect(sqlScope('en', '2026-07')).toMatch(/since July 2026\. .*Parquet.*weekly release/);
    expect(sqlScope('zh', '2026-07')).toMatch(/2026年7月 起.*Parquet.*release/);
  });
});
