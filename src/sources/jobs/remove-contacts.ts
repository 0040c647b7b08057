// Mail addresses, also with a spelled-out sign; the ASCII and the full-width one.
const MAIL =
  /[\w.+-]{1,64}\s?(?:@|＠|\[at\]|\(at\)|#at#)\s?[\w-]+(?:\s?(?:\.|\[dot\]|\(dot\))\s?[\w-]+){1,5}/giu;
// Ids in chat services are only told from words by the name of the service before them.
const CHAT =
  /(?:个人|私人|联系)?(?:微信|薇信|威信|wechat|weixin|\bvx\b|\bwx\b|telegram|whatsapp|\btg\b|飞书|钉钉|\bline id\b|\bqq\b)(?:号|群|id)*(?:\s*[:：=]\s*|\s+(?=[\w@+-]*\d))[@+]?[\w.-]{4,40}/giu;
const QQ = /\bqq(?:群|号)?\s*[:：]?\s*\d{5,12}/giu;
// Mobile numbers of mainland China, numbers with a country's or an area's prefix.
const PHONES = [
  /(?<![\d/=.-])(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)/gu,
  /(?<![\d/=])\+\d{1,3}(?:[\s().-]{0,2}\d{2,4}){2,5}(?!\d)/gu,
  /(?<![\d/=.-])\(?0\d{2,3}\)?[\s-]\d{7,8}(?!\d)/gu,
];
const LABEL =
  /(?:联系(?:人|方式|电话)|电话|手机|邮箱|投递邮箱|简历投递|contact|phone|tel|mobile|e-?mail)\s*[:：]\s*(?=$|[,，;；|/)）\]】])/giu;

/**
 * Text without what belongs to a person and was not meant for republication: phone numbers, chat ids, mail addresses. The
 * rest is left as it stands, without the labels and brackets that they leave empty.
 */
export function removeContacts(text: string): string {
  let left = text.replace(MAIL, '').replace(CHAT, '').replace(QQ, '');
  for (const phone of PHONES) left = left.replace(phone, '');
  if (left === text) return text;
  return left
    .replace(LABEL, '')
    .replace(/[(（[【]\s*[,，;；:：/|]?\s*[)）\]】]/gu, '')
    .replace(/\s*(?:[,，;；:：|/]\s*)+$/u, '')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
}
