import type { Archive } from '../../src/query/archive.ts';

const LIMITS = { days: 2, items: 3 };

/** One question with the answer that a page shows and the key it is cached under. */
export interface Answer {
  question: string;
  answer: unknown;
  key: string | null;
}

/** Every question that a page, a feed or a file may ask, in the order in which a build asks them. */
export function allAnswers(archive: Archive): Answer[] {
  const { cacheKey } = archive;
  const plain = (question: string, answer: unknown): Answer => ({ question, answer, key: null });
  return [
    plain('total', archive.total()),
    plain('newest day', archive.newestDay()),
    plain('days', archive.days()),
    plain('months', archive.months()),
    plain('topics', archive.topics()),
    plain('stats', archive.stats()),
    { question: 'newest', answer: archive.newest(LIMITS), key: cacheKey.newest(LIMITS) },
    ...archive.days().map(({ date }): Answer => ({
      question: `day ${date}`,
      answer: archive.day(date),
      key: cacheKey.day(date),
    })),
    ...archive.months().map(({ month }): Answer => ({
      question: `month ${month}`,
      answer: archive.month(month),
      key: cacheKey.month(month),
    })),
    ...archive.weeks().map(({ week }): Answer => ({
      question: `week ${week}`,
      answer: archive.week(week),
      key: cacheKey.week(week),
    })),
    ...archive.topics().flatMap(({ id }): Answer[] => [
      { question: `topic ${id}`, answer: archive.topic(id), key: cacheKey.topic(id) },
      {
        question: `newest of ${id}`,
        answer: archive.newest(LIMITS, id),
        key: cacheKey.newest(LIMITS, id),
      },
    ]),
    ...archive.topicMonthPages().map(({ topic, month }): Answer => ({
      question: `topic ${topic} in ${month}`,
      answer: archive.topicMonth(topic, month),
      key: cacheKey.topicMonth(topic, month),
    })),
    ...archive.authors.list().map(({ shelf, names, key }): Answer => ({
      question: `${names} authors of ${shelf}`,
      answer: archive.authors.on(shelf),
      key,
    })),
    plain('active authors', archive.authors.active('2026-11-01', 5)),
    ...archive.paperDays().flatMap(paperAnswers(archive)),
  ];
}

function paperAnswers(archive: Archive): (day: { date: string; key: string }) => Answer[] {
  return ({ date, key }) => {
    const pages = archive.paperPages(date);
    const together = pages.map(({ view }) => view);
    const answers: Answer[] = [
      { question: `papers of ${date}`, answer: together, key },
      { question: `dates of ${date}`, answer: archive.modifiedOf(date), key },
    ];
    for (const page of pages) {
      answers.push({ question: `paper ${page.id}`, answer: page.view, key: page.key });
    }
    return answers;
  };
}
