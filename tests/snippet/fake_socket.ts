/** A socket whose other end is the test. */

import type { Socket } from "../../snippet/src/link";

export class FakeSocket implements Socket {
  readyState = 0;
  sent: Record<string, unknown>[] = [];
  closedWith: number | undefined;
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: never) => void) | null = null;
  onclose: ((event: never) => void) | null = null;

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }

  close(code: number): void {
    this.readyState = 3;
    this.closedWith = code;
  }

  /** The upgrade succeeds. */
  opens(): void {
    this.readyState = 1;
    this.onopen?.({} as never);
  }

  says(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) } as never);
  }

  /** The server, or the network, ends it. */
  ends(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code } as never);
  }

  /** Frames of one type that were sent. */
  of(t: string): Record<string, unknown>[] {
    return this.sent.filter((frame) => frame["t"] === t);
  }
}
