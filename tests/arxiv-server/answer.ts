/** What an endpoint answers, before faults and the wire. */
export interface Answer {
  status: number;
  type: string;
  body: string;
}
