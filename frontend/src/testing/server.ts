import { ApiError } from '../api/client';
import { answer } from './forum';

type Answering = (address: string) => unknown;

let answering: Answering = answer;

/** Stands in for the API: answers from the made-up forum, or as a test wants it, and remembers what was asked. */
export const server = {
  asked: [] as string[],

  reset(): void {
    server.asked = [];
    answering = answer;
  },

  /** Answers differently from now on; `undefined` leaves a question to the made-up forum. */
  answerWith(special: Answering): void {
    answering = (address) => special(address) ?? answer(address);
  },

  async fetch(address: string): Promise<Response> {
    server.asked.push(address);
    try {
      return Response.json(await answering(address));
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      return Response.json({ error: failure.detail }, { status: failure.status });
    }
  },
};
