/** Queries offered on the SQL page; a test runs each. */
export const sqlExamples = [
  {
    title: { en: 'Papers per topic', zh: '各主题论文数' },
    sql: `SELECT name_en AS topic, COUNT(paper) AS papers
FROM topic LEFT JOIN paper_topic ON paper_topic.topic = topic.id
GROUP BY topic.id
ORDER BY papers DESC`,
  },
  {
    title: { en: 'Full text, newest first', zh: '全文检索（由新到旧）' },
    sql: `SELECT announced, id, paper.title, snippet(paper_text, '[', ']', '…', 3, 12) AS found
FROM paper_text JOIN paper USING (id)
WHERE paper_text MATCH 'abstract:robot'
ORDER BY announced DESC
LIMIT 50`,
  },
  {
    title: { en: 'Authors with most papers', zh: '论文最多的作者' },
    sql: `SELECT author.value AS author, COUNT(*) AS papers
FROM paper, json_each(paper.authors) AS author
GROUP BY author.value
ORDER BY papers DESC
LIMIT 50`,
  },
  {
    title: { en: 'Papers with code, by month', zh: '每月有代码的论文' },
    sql: `SELECT substr(announced, 1, 7) AS month, COUNT(*) AS papers,
       COUNT(code_url) AS with_code
FROM paper
GROUP BY month
ORDER BY month DESC`,
  },
  {
    title: { en: 'Topics that occur together', zh: '共同出现的主题' },
    sql: `SELECT a.topic AS one, b.topic AS other, COUNT(*) AS papers
FROM paper_topic AS a JOIN paper_topic AS b ON a.paper = b.paper AND a.topic < b.topic
GROUP BY one, other
ORDER BY papers DESC
LIMIT 30`,
  },
] as const;
