/** The shipped dictionary of robots, simulators and datasets on invented sentences: what is a mention, what is not. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { compileFacets } from '../../src/match/compile-facets.ts';

const { facets } = await readConfig();
const finder = compileFacets(facets);
const mentioned = (abstract: string) =>
  finder.find({ title: '', abstract }).map(({ group, id }) => `${group}/${id}`);

it('has the five facets, each entry named in both languages', () => {
  expect(facets.map(({ id }) => id)).toEqual([
    'embodiment',
    'hardware',
    'simulator',
    'benchmark',
    'real-robot',
  ]);
  for (const { entries } of facets) {
    for (const { name } of entries) expect([name.en, name.zh].every(Boolean)).toBe(true);
  }
});

describe('is mentioned', () => {
  it.each([
    ['embodiment/quadruped', 'Two quadrupedal robots climb.'],
    ['embodiment/drone', 'Three quadrotors carry a beam.'],
    ['embodiment/dual-arm', 'A dual-arm system folds shirts.'],
    ['embodiment/hand', 'With dexterous hands it ties knots.'],
    ['hardware/franka', 'On a Franka Emika Panda it pours.'],
    ['hardware/ur', 'A UR5e sands the board.'],
    ['hardware/unitree-g1', 'Zero-shot on the Unitree G1.'],
    ['hardware/unitree-go', 'We deploy to a Unitree Go2.'],
    ['hardware/aloha', 'Bimanual tasks on ALOHA.'],
    ['hardware/spot', 'We use a Boston Dynamics Spot.'],
    ['simulator/isaac', 'Trained in IsaacLab.'],
    ['simulator/mujoco', 'Simulated in MuJoCo.'],
    ['benchmark/libero', 'It solves LIBERO-Long.'],
    ['benchmark/calvin', 'It leads on CALVIN.'],
    ['benchmark/droid', 'Pretrained on the DROID dataset.'],
    ['benchmark/oxe', 'Pretrained on Open X-Embodiment.'],
    ['real-robot/real-world', 'Real-robot experiments confirm it.'],
    ['real-robot/real-world', 'We run hardware experiments.'],
  ])('%s: %s', (entry, abstract) => {
    expect(mentioned(abstract)).toContain(entry);
  });
});

it.each([
  'We spot an atlas of cells in ten digits.',
  'Aloha, said the droid to the umi.',
  'The bridge carries a husky dog past the shadows.',
  'A stretch of road, a fetch of water, a drake in the habitat.',
  'The genesis of unity; a franchise on behaviour.',
  'Droning on about arms, hands and cars.',
  'Homo sapiens has five fingers.',
])('nothing is mentioned in ordinary words: %s', (abstract) => {
  expect(mentioned(abstract)).toEqual([]);
});

it('says where: the phrase, the place, the offsets', () => {
  const title = 'Carrying trays';
  const abstract = 'Two ANYmal robots carry a tray.';
  const mention = finder.find({ title, abstract }).find(({ group }) => group === 'hardware');
  expect(mention).toMatchObject({ id: 'anymal', phrase: 'ANYmal', place: 'abstract' });
  expect(abstract.slice(mention?.start, mention?.end)).toBe('ANYmal');
});
