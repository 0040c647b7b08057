import { describe, expect, it } from 'vitest';
import { leanAddress } from './lean-address.ts';

describe('leanAddress', () => {
  it.each([
    ['/pulse/papers/2003.01234/', null, '2003.01234', 'paper=2003.01234'],
    ['/pulse/papers/2003.01234', null, '2003.01234', 'paper=2003.01234'],
    ['/pulse/papers/hep-th/9901001/', null, 'hep-th/9901001', 'paper=hep-th%2F9901001'],
    [
      '/pulse/papers/math.GT/0309136/index.html',
      null,
      'math.GT/0309136',
      'paper=math.GT%2F0309136',
    ],
    ['/pulse/days/2020-03-05/', '2020-03', null, 'day=2020-03-05'],
    ['/pulse/topics/world-models/2020-03/', '2020-03', null, 'topic=world-models'],
  ])('leads from %s to its month', (path, month, paper, query) => {
    expect(leanAddress(path, '/pulse/')).toEqual({ month, paper, query });
  });

  it.each([
    '/pulse/nowhere/',
    '/pulse/papers/',
    '/pulse/papers/shell/',
    '/papers/2003.01234/',
    '/pulse/papers/2003.01234/<script>/',
    '/pulse/days/2020-03/',
    '/pulse/topics/world-models/',
  ])('leaves %s to the page for what is not there', (path) => {
    expect(leanAddress(path, '/pulse/')).toBeNull();
  });
});
