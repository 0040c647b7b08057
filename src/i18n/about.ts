import { dictionary } from './dictionary.ts';

/** The page that says what the site is. */
export const about = dictionary(
  {
    aboutTitle: 'About',
    aboutLead:
      '{title} is a daily record of what arXiv announces in its field: finite, explained and complete, as static pages that anyone can keep, copy or change.',
    aboutCovered: 'What is covered',
    aboutAll: 'Every paper announced in, or cross-listed to, {list}.',
    aboutMatching: 'Of {list}: the papers that one of the {topics} topics matches.',
    aboutMatchingNone: 'No other category is read.',
    aboutArchive: [
      'So far {n} paper, announced from {from} to {to}.',
      'So far {n} papers, announced from {from} to {to}.',
    ],
    aboutArchiveEmpty: 'The archive has not begun yet.',
    aboutNews: ['News from {n} feed.', 'News from {n} feeds.'],
    aboutJobs: 'Jobs from public boards and lists; each entry leads to its source.',
    aboutDatasets: 'Datasets that papers use, and those listed at Hugging Face.',
    aboutCitations:
      'Citation counts from Semantic Scholar, refreshed every {n} days; each with its date.',
    aboutOften: 'How often',
    aboutOftenText:
      'arXiv announces from Sunday to Thursday at 20:00 US Eastern time. The site reads the announcement in the night that follows and once more hours later. There is none on Friday and Saturday evenings, nor on arXiv’s holidays; “nothing new” is only said when the calendar agrees.',
    aboutReceipt:
      'Every announcement has a receipt: announced = kept + not matching + duplicate + failed. The page on the state of the site shows the receipts of ninety days and says when a source is in trouble.',
    aboutMatch: 'How matching works',
    aboutMatchText:
      'A topic is a list of phrases. A phrase matches whole words in title or abstract, whatever their case, hyphens or plural; capitals of up to five letters (VLA) match as written. No part of a word ever matches.',
    aboutMatchMore:
      'Phrases that abstracts also use in passing count in the title or in two sentences of the abstract, some in the title only; an excluded phrase keeps a paper out; some topics take only papers of a context, such as robotics. Each paper shows the phrase that put it there.',
    aboutMatchLimits:
      'Matching reads words, not meaning: it misses papers that name their subject otherwise, and takes some that only mention it. No machine judges the papers.',
    aboutTry: 'Try other phrases',
    aboutCite: 'How to cite',
    aboutCitePaper:
      'Cite the paper, not this site: every paper’s page has BibTeX and RIS with its arXiv id. To cite the record itself:',
    aboutCiteNote:
      'Put the day on which you read it for {day}; the archive’s files are dated and do not change silently.',
    aboutMistake: 'How to report a mistake',
    aboutMistakeRepository:
      'Open an issue, with the paper’s id and what you expected. A wrong topic is a phrase in config.yaml: you may propose the change yourself.',
    aboutMistakeContact: 'Write to {contact}.',
    aboutMistakeNone: 'The operator of this site has named no address yet.',
    aboutMistakeArxiv:
      'What stands in a record (title, authors, abstract) comes from arXiv: authors correct it there, and the site follows within days.',
    aboutIssues: 'Issues',
    aboutSource: 'Source code',
    aboutPrivacy: 'What it knows of you',
    aboutPrivacyText:
      'Nothing. No account, no cookie, no counter, no file from another host. Marks and choices stay in your browser.',
    aboutThanks:
      'Thank you to arXiv for use of its open access interoperability. This site is not affiliated with arXiv. Metadata are CC0; each paper’s text belongs to its authors.',
    aboutState: 'State of the site',
    aboutTopics: 'Topics',
  },
  {
    aboutTitle: '关于',
    aboutLead:
      '{title} 逐日记录 arXiv 在本领域公布的论文：每天有尽头、每篇有理由、收录完整，以静态网页呈现，任何人都可保存、复制或修改。',
    aboutCovered: '收录范围',
    aboutAll: '{list} 中公布或交叉列入的全部论文。',
    aboutMatching: '{list} 中匹配 {topics} 个主题之一的论文。',
    aboutMatchingNone: '不读取其他类别。',
    aboutArchive: [
      '目前共 {n} 篇，公布日期为 {from} 至 {to}。',
      '目前共 {n} 篇，公布日期为 {from} 至 {to}。',
    ],
    aboutArchiveEmpty: '尚无数据。',
    aboutNews: ['新闻来自 {n} 个订阅源。', '新闻来自 {n} 个订阅源。'],
    aboutJobs: '招聘信息来自公开的招聘页面与列表，每条均链接到来源。',
    aboutDatasets: '论文所用的数据集，以及 Hugging Face 上的数据集。',
    aboutCitations: '引用数来自 Semantic Scholar，每 {n} 天更新一次，均注明日期。',
    aboutOften: '更新频率',
    aboutOftenText:
      'arXiv 于美国东部时间周日至周四 20:00 公布论文。本站在随后的夜间读取，数小时后再读一次。周五、周六晚间及 arXiv 假日不公布；只有日历确认时才会显示“没有新论文”。',
    aboutReceipt:
      '每次公布都有一份记录：公布 = 收录 + 不匹配 + 重复 + 失败。运行状态页列出九十天的记录，并说明哪个来源出现问题。',
    aboutMatch: '匹配方式',
    aboutMatchText:
      '主题是一组短语。短语在标题或摘要中按完整单词匹配，不分大小写、连字符与单复数；五个字母以内的大写缩写（VLA）须大小写一致。绝不匹配单词的一部分。',
    aboutMatchMore:
      '摘要中常顺带提及的短语，只在标题中或摘要的两句话中出现时才算；有些只看标题；出现排除短语的论文不收入该主题；部分主题只收特定范围（如机器人）的论文。每篇论文都注明匹配的短语。',
    aboutMatchLimits:
      '匹配只看词语，不理解含义：换一种说法的论文会漏掉，仅仅提及的论文可能收入。论文不由机器评判。',
    aboutTry: '试用其他短语',
    aboutCite: '引用方式',
    aboutCitePaper:
      '请引用论文本身，而非本站：每篇论文的页面提供带 arXiv 编号的 BibTeX 与 RIS。如需引用本站：',
    aboutCiteNote: '{day} 处填写您阅读的日期；数据文件均有日期，不会悄然改动。',
    aboutMistake: '报告错误',
    aboutMistakeRepository:
      '请提交 issue，注明论文编号与您认为正确的结果。主题有误即 config.yaml 中的短语有误，您也可以直接提出修改。',
    aboutMistakeContact: '请联系 {contact}。',
    aboutMistakeNone: '本站运营者尚未填写联系方式。',
    aboutMistakeArxiv:
      '记录内容（标题、作者、摘要）来自 arXiv：作者在 arXiv 更正后，本站会在数日内同步。',
    aboutIssues: 'Issues',
    aboutSource: '源代码',
    aboutPrivacy: '本站了解您什么',
    aboutPrivacyText:
      '什么也不了解。没有账号、Cookie、统计，也不加载其他网站的文件。收藏与设置只保存在您的浏览器中。',
    aboutThanks:
      '感谢 arXiv 提供开放获取的互操作接口。本站与 arXiv 无隶属关系。元数据采用 CC0，论文内容归作者所有。',
    aboutState: '运行状态',
    aboutTopics: '主题',
  },
);
