import { areWithin, type Part, readParts } from "./calendarParts.ts";
import { afterSpecifiers } from "./specifiers.ts";
import { TextReader } from "./textReader.ts";
import { isTimeZone, zoneHint } from "./timeZones.ts";
import { type ValueKind, wrong } from "./valueKind.ts";

const shorthands =
  /^(?:minutely|hourly|daily|weekly|monthly|quarterly|annually|yearly|anually|bi-?annually|semi-?annually)$/i;
const weekday =
  /(?:mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)(?![a-z0-9])/iy;
// Of the year 2199, as a time stamp of Unix.
const lastSecond = 7_258_118_399;
const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Whether systemd reads this as a calendar event. systemd.time(7), "Calendar events". */
export function isCalendarEvent(text: string): boolean {
  const [, event = "", zone] = /^(.*) ([^ ]*)$/s.exec(text) ?? [];
  const plain = zone !== undefined && isTimeZone(zone) ? event : text;
  if (shorthands.test(plain)) return true;
  const reader = new TextReader(plain);
  if (plain === "" || !readWeekdays(reader)) return false;
  const date = readDate(reader);
  if (date === undefined) return false;
  return (date === "whole" || readTime(reader)) && reader.sees(/$/y);
}

// `Mon,Wed..Fri` and a space; a dash makes a range, too. No weekday at all is right.
function readWeekdays(reader: TextReader): boolean {
  let from = -1;
  for (let first = true; ; first = false) {
    const name = reader.take(weekday);
    if (name === undefined) return first;
    const day = days.indexOf(name.slice(0, 3).toLowerCase());
    if (from > day) return false;
    if (!reader.sees(/[ ,.-]|$/y)) return false;
    const range = reader.take(/\.\.|-/y) !== undefined;
    if (range && from >= 0) return false;
    if (!range && reader.sees(/\./y)) return false;
    const comma = !range && reader.take(/,/y) !== undefined;
    from = range ? day : comma ? -1 : from;
    if (!range && !comma) return reader.take(/ *$| +/y) !== undefined;
    if (reader.take(/ *$| +/y) !== undefined) return !range;
  }
}

// "whole" for a time stamp, which no time of day may follow.
function readDate(reader: TextReader): "whole" | "date" | "none" | undefined {
  if (reader.sees(/$/y)) return "none";
  if (reader.take(/@/y)) return Number(reader.take(/[ \t]*\+?[0-9]+/y) ?? "none") <= lastSecond ? "whole" : undefined;
  const ahead = reader.ahead();
  if (!readParts(ahead, false)) return undefined;
  if (ahead.sees(/:|$/y)) return "none";
  const lists = [readParts(reader, false)];
  let monthEnd = false;
  while (lists.length < 3 && !monthEnd) {
    const separator = reader.take(/[-~]/y);
    if (separator === undefined) return undefined;
    monthEnd = separator === "~";
    lists.push(readParts(reader, false));
    if (reader.sees(/ |$/y)) break;
  }
  if (reader.take(/ *$| +/y) === undefined) return undefined;
  const [year, month, day] = lists.length < 3 ? [[], ...lists] : lists;
  return year && month && day && isDate(year, month, day, monthEnd) ? "date" : undefined;
}

function isDate(year: readonly Part[], month: readonly Part[], day: readonly Part[], monthEnd: boolean): boolean {
  return areWithin(year.map(fullYears), 1970, 2199) && areWithin(month, 1, 12) && areWithin(day, 1, 31, monthEnd);
}

// Two digits are a year from 1970 to 2069.
function fullYears({ start, stop, ...rest }: Part): Part {
  const full = (year: number) => year + (year < 70 ? 2000 : year < 100 ? 1900 : 0);
  return { start: full(start), ...(stop !== undefined && { stop: full(stop) }), ...rest };
}

function readTime(reader: TextReader): boolean {
  if (reader.sees(/$/y)) return true;
  const hour = readParts(reader, false);
  if (!hour || !areWithin(hour, 0, 23) || reader.take(/:/y) === undefined) return false;
  const minute = readParts(reader, false);
  if (!minute || !areWithin(minute, 0, 59)) return false;
  if (reader.sees(/$/y)) return true;
  const second = reader.take(/:/y) === undefined ? undefined : readParts(reader, true);
  return second !== undefined && areWithin(second, 0, 59_999_999);
}

const expected = 'a calendar event like "daily" or "Mon *-*-* 04:00"';

/** When a timer elapses. */
export const calendar: ValueKind = {
  expected,
  check: (text) =>
    afterSpecifiers(text, (event) => (isCalendarEvent(event) ? undefined : wrong(expected, text, hint(event)))),
};

function hint(text: string): string | undefined {
  const meant = meantBy(text.toLowerCase().replace(/^@/, ""));
  if (meant !== undefined) return `did you mean ${JSON.stringify(meant)}?`;
  if (/^(?:[0-9*/,-]+ +){4}[0-9*/,-]+$/.test(text)) return "this is cron's syntax, which systemd does not read";
  if (/[0-9] ?[ap]m\b/i.test(text)) return "hours go from 0 to 23";
  return zoneHint(/^.* ([^ ]+)$/s.exec(text)?.[1] ?? "");
}

const periods: Readonly<Record<string, string>> = {
  ...{ minute: "minutely", hour: "hourly", day: "daily", week: "weekly", month: "monthly", year: "yearly" },
  midnight: "daily",
};

function meantBy(text: string): string | undefined {
  if (shorthands.test(text)) return text;
  const [, number, unit = text] = /^every ?([0-9]+)? ?([a-z]+?)s?$/.exec(text) ?? [];
  if (number === undefined) return Object.hasOwn(periods, unit) ? periods[unit] : undefined;
  if (/^min(?:ute)?$/.test(unit)) return `*:0/${number}`;
  return /^hour$/.test(unit) ? `0/${number}:00` : undefined;
}
