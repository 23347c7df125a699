// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
//
// Numbers and days as the reader's locale writes them.

const whole = new Intl.NumberFormat();
const share = new Intl.NumberFormat(undefined, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const exact = new Intl.NumberFormat(undefined, { maximumFractionDigits: 3 });
const days = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });
const ownClock = new Intl.DateTimeFormat(undefined, {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});
const instants = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

export const sayNumber = (value: number) => whole.format(value);
export const sayShare = (value: number) => share.format(value);
export const sayExact = (value: number) => exact.format(value);

/** A day of a record is a day, whatever the reader's time zone. */
export function dayOf(day: string): Date | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(day);
  return found
    ? new Date(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])))
    : null;
}

export function sayDay(day: string | null): string {
  const date = day ? dayOf(day) : null;
  return date ? days.format(date) : "";
}

export function sayDays(from: string | null, to: string | null): string {
  if (!from && !to) return "no day known";
  if (!from) return `until ${sayDay(to)}`;
  if (!to) return `since ${sayDay(from)}`;
  const [first, last] = [dayOf(from), dayOf(to)];
  if (!first || !last || from === to || last < first) return sayDay(from);
  return days.formatRange(first, last);
}

/** When a page was published: its own clock and offset, never converted. */
export function sayPublished(value: string): string {
  const clock = /T(\d\d):(\d\d)/.exec(value);
  const date = dayOf(value);
  if (!clock || !date) return sayDay(value) || value;
  date.setUTCHours(Number(clock[1]), Number(clock[2]));
  const offset = /(Z|[+-]\d\d:?\d\d)$/.exec(value)?.[1];
  const zone = offset ? ` (UTC${offset === "Z" ? "" : offset})` : "";
  return ownClock.format(date) + zone;
}

export function sayInstant(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : instants.format(date);
}
