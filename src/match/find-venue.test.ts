import { describe, expect, it } from 'vitest';
import { findVenue } from './find-venue.ts';

const ofComment = (comment: string) => findVenue({ comment, journal_ref: null });

describe('the venue that accepted a paper', () => {
  it.each([
    ['Accepted to CoRL 2026', 'CoRL', 2026],
    ['ICRA 2025', 'ICRA', 2025],
    ['8 pages, 5 figures. Accepted for publication in RA-L', 'RA-L', null],
    ['Accepted to IEEE Robotics and Automation Letters (RA-L), 2026', 'RA-L', 2026],
    ['Published in T-RO', 'T-RO', null],
    ['IEEE Transactions on Robotics, to appear', 'T-RO', null],
    ['NeurIPS 2025 (spotlight)', 'NeurIPS', 2025],
    ['ICML2026', 'ICML', 2026],
    ["Accepted by CHI'26", 'CHI', 2026],
    ['Accepted by the 40th AAAI Conference on Artificial Intelligence (AAAI-26)', 'AAAI', 2026],
    ['To appear in Robotics: Science and Systems XXII (RSS 2026)', 'RSS', 2026],
    ['2025 IEEE/RSJ International Conference on Intelligent Robots and Systems', 'IROS', 2025],
    ['In Proc. of the Int. Conf. on 3D Vision (3DV), 2026', '3DV', 2026],
    ['IEEE Robotics & Automation Letters, accepted', 'RA-L', null],
    ['Accepted at IEEE IV 2023', 'IV', 2023],
    ['SIGGRAPH Asia 2025', 'SIGGRAPH Asia', 2025],
    ['Submitted in May; accepted to ICRA 2026', 'ICRA', 2026],
    ['Under review at T-RO. A short version appeared at IROS 2025', 'IROS', 2025],
    ['Accepted by ACL 2026 Findings', 'ACL Findings', 2026],
  ])('%s', (comment, name, year) => {
    expect(ofComment(comment)).toEqual({ name, year });
  });

  it.each([
    ['Accepted to the CoRL 2025 Workshop on Hands', 'CoRL Workshop', 2025],
    ['5 pages. ICRA 2026 Radar in Robotics Workshop', 'ICRA Workshop', 2026],
    ['Published at the Agents Workshop, ICLR 2026', 'ICLR Workshop', 2026],
  ])('is said to be a workshop: %s', (comment, name, year) => {
    expect(ofComment(comment)).toEqual({ name, year });
  });
});

describe('no venue', () => {
  it.each([
    'Submitted to ICRA 2026',
    'Submitted to IEEE Robotics and Automation Letters (RA-L) for review',
    'Submitted to Proc. of ICRA 2026',
    'Under review at IROS 2026',
    '12 pages. ICML 2026 submission',
    'Prepared for CVPR 2026',
    'To be submitted to CoRL',
    'Rejected from CVPR 2025',
    'Journal extension of a method from AAAI 2024',
    '1st place solution of the CVPR 2025 challenge',
    'Uses the IEEE template of ICRA',
    'Accepted to an International Conference on Machine Learning and Applications',
    'Accepted by IEEE',
    'In this case we aim at 2026 robots',
    '10 pages, 5 figures',
    '',
  ])('%s', (comment) => {
    expect(ofComment(comment)).toBeNull();
  });
});

it('a journal reference is a publication and goes before the comment', () => {
  expect(
    findVenue({
      comment: 'Submitted to ICRA 2026',
      journal_ref: 'IEEE Robotics and Automation Letters, vol. 11, no. 2, pp. 1-8, 2026',
    }),
  ).toEqual({ name: 'RA-L', year: 2026 });
});

it('an unknown journal leaves the comment to decide', () => {
  expect(
    findVenue({ comment: 'CoRL 2024', journal_ref: 'Journal of Unknown Things 3 (2025)' }),
  ).toEqual({
    name: 'CoRL',
    year: 2024,
  });
});
