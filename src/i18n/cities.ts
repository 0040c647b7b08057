/** Cities that jobs in the field name most: the English name, by which they are kept, and the Chinese one. */
export const chineseCities: Readonly<Record<string, string>> = {
  Beijing: '北京', Shanghai: '上海', Shenzhen: '深圳', Hangzhou: '杭州', Guangzhou: '广州', Suzhou: '苏州',
  Nanjing: '南京', Wuhan: '武汉', Chengdu: '成都', Hefei: '合肥', "Xi'an": '西安', 'Hong Kong': '香港', Tianjin: '天津',
  Dongguan: '东莞', Ningbo: '宁波', Chongqing: '重庆', Changsha: '长沙', Xiamen: '厦门', Zhuhai: '珠海', Wuxi: '无锡',
  Foshan: '佛山', Macau: '澳门', Taipei: '台北', Singapore: '新加坡', Tokyo: '东京', 'Silicon Valley': '硅谷',
  Remote: '远程', 'United States': '美国', Europe: '欧洲', Overseas: '海外',
}; // prettier-ignore
