import { plainText } from '../../text/plain-text.ts';

// Cities that jobs in the field name most, by their Chinese names; filters are of no use when one city has two.
const CITIES: Readonly<Record<string, string>> = {
  北京: 'Beijing', 上海: 'Shanghai', 深圳: 'Shenzhen', 杭州: 'Hangzhou', 广州: 'Guangzhou', 苏州: 'Suzhou',
  南京: 'Nanjing', 武汉: 'Wuhan', 成都: 'Chengdu', 合肥: 'Hefei', 西安: "Xi'an", 香港: 'Hong Kong', 天津: 'Tianjin',
  东莞: 'Dongguan', 宁波: 'Ningbo', 重庆: 'Chongqing', 长沙: 'Changsha', 厦门: 'Xiamen', 珠海: 'Zhuhai', 无锡: 'Wuxi',
  佛山: 'Foshan', 澳门: 'Macau', 台北: 'Taipei', 新加坡: 'Singapore', 东京: 'Tokyo', 硅谷: 'Silicon Valley',
  远程: 'Remote', 美国: 'United States', 欧洲: 'Europe', 海外: 'Overseas',
}; // prettier-ignore

const MOST = 8;

/** A text that names places, in either language → each by one name. */
export function placesOf(text: string): string[] {
  const parts = plainText(text).split(
    /\s*[、，；;/|&]\s*|\s*,\s*(?=\p{Script=Han})|\s+(?:or|and)\s+/u,
  );
  const named = parts.map((part) => city(part)).filter((part) => part !== '');
  return [...new Set(named)].slice(0, MOST);
}

function city(part: string): string {
  const bare = part.replace(/^\s*(?:中国|地点)[:：·-]?\s*|市$|\s+$/gu, '');
  return CITIES[bare] ?? plainText(bare, { maxLength: 60 });
}

/** The Chinese names of cities, by the names that are stored. */
export const chineseCities: ReadonlyMap<string, string> = new Map(
  Object.entries(CITIES).map(([chinese, english]) => [english, chinese]),
);
