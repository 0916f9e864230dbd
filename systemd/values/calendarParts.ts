// The numbers of a calendar event (src/shared/calendarspec.c). Seconds are counted in microseconds.
import type { TextReader } from "./textReader.ts";

/** One number, a range of numbers, or a start and a step; `stop` and `repeat` are undefined where there is none. */
export interface Part {
  readonly start: number;
  readonly stop?: number;
  readonly repeat?: number;
}

const second = 1_000_000;
const most = 2 ** 31 - 1;
// How many numbers systemd reads in one list.
const longestList = 240;

/** A list of numbers, or `*`, which is an empty list here; undefined where there is neither. */
export function readParts(reader: TextReader, seconds: boolean): Part[] | undefined {
  if (reader.take(/\*/y)) return [];
  const parts: Part[] = [];
  do {
    const part = readPart(reader, seconds);
    if (!part || parts.length > longestList || !reader.sees(/[ ,~:-]|$/y)) return undefined;
    parts.push(part);
  } while (reader.take(/,/y));
  return parts;
}

function readPart(reader: TextReader, seconds: boolean): Part | undefined {
  const start = readNumber(reader, seconds);
  if (start === undefined) return undefined;
  const range = reader.take(/\.\./y) !== undefined;
  const stop = range ? readNumber(reader, seconds) : undefined;
  if (range && stop === undefined) return undefined;
  const step = reader.take(/\//y) !== undefined;
  const repeat = step ? readNumber(reader, seconds) : range ? unitOf(seconds) : undefined;
  if (step && !repeat) return undefined;
  // Without a step a range of seconds has to hold a whole one.
  if (!step && seconds && stop !== undefined && start + second > stop) return undefined;
  return { start, ...(stop !== undefined && { stop }), ...(repeat !== undefined && { repeat }) };
}

function unitOf(seconds: boolean): number {
  return seconds ? second : 1;
}

function readNumber(reader: TextReader, seconds: boolean): number | undefined {
  const digits = reader.take(/[0-9]+/y);
  if (digits === undefined) return undefined;
  let value = Number(digits) * unitOf(seconds);
  // One point is a fraction, two are a range.
  if (seconds && reader.sees(/\.(?!\.)/y)) {
    const fraction = reader.take(/\.[0-9]+/y);
    if (fraction === undefined) return undefined;
    value += Math.round(Number(`0${fraction}`) * second);
  }
  return value <= most ? value : undefined;
}

/** Whether all of a list lies between two numbers, and every step in it can happen at least once. */
export function areWithin(parts: readonly Part[], from: number, to: number, fromMonthEnd = false): boolean {
  // Days before the end of the month: a month has 28 at least.
  const last = fromMonthEnd ? to - 3 : to;
  return parts.map(normal).every(({ start, stop, repeat = 0 }) => {
    if (start < from || start > last || repeat > last - from) return false;
    if (stop !== undefined) return stop >= from && stop <= last && start + repeat <= stop;
    return fromMonthEnd ? start - repeat >= from : start + repeat <= last;
  });
}

// A range ends where its last step does; one that holds a single step is a number.
function normal({ start, stop, repeat }: Part): Part {
  const end = stop !== undefined && stop > start && repeat ? stop - ((stop - start) % repeat) : stop;
  const single = end === start || (end !== undefined && end > start && repeat !== undefined && start + repeat > end);
  if (single) return { start };
  return { start, ...(end !== undefined && { stop: end }), ...(repeat !== undefined && { repeat }) };
}
