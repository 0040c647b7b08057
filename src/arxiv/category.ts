/** Whether a text has the form of an arXiv category. The API also lists MSC and ACM classes as such (`68T40`, `I.2.9`). */
export function isCategory(term: string): boolean {
  return /^[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]+(?:-[a-z]+)*)?$/.test(term);
}
