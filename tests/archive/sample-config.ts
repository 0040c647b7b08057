import type { Config } from '../../src/config/config.ts';
import { parseConfig } from '../../src/config/parse-config.ts';

/** A config of three topics and one facet; `more` is YAML that is added at the end. */
export function sampleConfig(more = ''): Config {
  const text = `
site: { title: { en: Sample Daily, zh: 样例日报 } }
arxiv: { categories: { cs.RO: all, cs.CV: matching } }
topics:
  - { id: grasping, name: { en: Grasping, zh: 抓取 }, include: [grasp, grasping] }
  - { id: legged, name: { en: Legged robots, zh: 足式机器人 }, include: [quadruped, legged] }
  - { id: world-models, name: { en: World models, zh: 世界模型 }, include: [world model] }
facets:
  - id: embodiment
    name: { en: Embodiment, zh: 本体 }
    entries:
      - { id: arm, name: { en: Arm, zh: 机械臂 }, phrases: [robot arm] }
${more}`;
  return parseConfig(text, 'sample.yaml');
}
