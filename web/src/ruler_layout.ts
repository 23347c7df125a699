// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Where the points of a time ruler stand: one lane a speaker, one for deeds; points that would hide
// one another are stacked. Pure.
import { dayOf } from "./format";
import type { Point } from "./records";

const dayMs = 86_400_000;
const step = 18; // of two points in a stack
const laneGap = 14;

export interface Placed {
  point: Point;
  x: number;
  left: number; // of the days in which it may lie
  right: number;
  y: number;
}
export interface Lane {
  name: string;
  top: number;
  height: number;
  placed: Placed[];
}
export interface Tick {
  x: number;
  day: string;
}
export interface Layout {
  lanes: Lane[];
  ticks: Tick[];
  height: number;
  undated: Point[];
}

function timeOf(day: string | null): number | null {
  return (day && dayOf(day)?.getTime()) || null;
}

function laneOf(point: Point, sideName: string): string {
  return point.deed ? "deeds" : (point.name ?? sideName);
}

/** Round steps for the axis: days, weeks, months or years. */
export function makeTicks(first: number, last: number, most: number): number[] {
  const days = Math.max(1, (last - first) / dayMs);
  const inDays = [1, 2, 7, 14].find((every) => days / every <= most);
  const ticks: number[] = [];
  if (inDays) {
    for (let at = Math.ceil(first / dayMs) * dayMs; at <= last; at += inDays * dayMs)
      ticks.push(at);
    return ticks;
  }
  const months =
    [1, 2, 3, 6, 12, 24, 60, 120, 240].find((every) => days / 30.4 / every <= most) ?? 480;
  const start = new Date(first);
  const month = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (let at = Math.ceil(month / months) * months; ; at += months) {
    const time = Date.UTC(Math.floor(at / 12), at % 12, 1);
    if (time > last) return ticks;
    if (time >= first) ticks.push(time);
  }
}

export function layOut(points: readonly Point[], width: number, sideName: string): Layout {
  const dated = points.filter((point) => timeOf(point.from ?? point.to) !== null);
  const times = dated
    .flatMap((point) => [timeOf(point.from), timeOf(point.to)])
    .filter((t) => t !== null);
  let first = Math.min(...times),
    last = Math.max(...times);
  const air = Math.max(dayMs, (last - first) * 0.04);
  first -= air;
  last += air;
  const scale = (time: number) => ((time - first) / (last - first)) * width;
  const names = [...new Set(dated.map((point) => laneOf(point, sideName)))];
  names.sort((a, b) => Number(a === "deeds") - Number(b === "deeds"));
  let top = 0;
  const lanes = names.map((name): Lane => {
    const placed: Placed[] = [];
    let depth = 1;
    for (const point of dated.filter((one) => laneOf(one, sideName) === name)) {
      const left = scale(timeOf(point.from ?? point.to)!),
        right = scale(timeOf(point.to ?? point.from)!);
      const x = (left + Math.max(left, right)) / 2;
      let level = 0;
      while (placed.some((other) => other.y === level && Math.abs(other.x - x) < step)) ++level;
      depth = Math.max(depth, level + 1);
      placed.push({ point, x, left, right: Math.max(left, right), y: level });
    }
    const height = depth * step;
    const lane = {
      name,
      top,
      height,
      placed: placed.map((one) => ({ ...one, y: top + (one.y + 0.5) * step })),
    };
    top += height + laneGap;
    return lane;
  });
  const ticks = dated.length === 0 ? [] : makeTicks(first, last, Math.max(2, width / 110));
  return {
    lanes,
    ticks: ticks.map((time) => ({
      x: scale(time),
      day: new Date(time).toISOString().slice(0, 10),
    })),
    height: top,
    undated: points.filter((point) => !dated.includes(point)),
  };
}
