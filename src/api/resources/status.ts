import { statusSchema } from '../../health/status-schema.ts';
import { digest } from '../../query/digest.ts';
import { resource, single } from '../resource.ts';

export const status = resource({
  name: 'status',
  path: 'api/v1/status.json',
  title: { en: 'State of the record', zh: '数据状态' },
  description: {
    en: 'The body of /status.json: how new the record is, how each source stands, the last announcements and runs.',
    zh: '与 /status.json 相同：数据有多新、各来源的状态、最近的公布与运行。',
  },
  schema: statusSchema,
  files: ({ archive }) => {
    const body = archive.health().status;
    return single(digest(JSON.stringify(body)), () => body);
  },
});
