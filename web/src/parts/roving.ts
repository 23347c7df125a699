// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Many marks are one stop of Tab: arrow keys go along them, Home and End to the first and last. */
export function moveAlong(event: KeyboardEvent & { currentTarget: Element }): void {
  const marks = [...event.currentTarget.querySelectorAll<SVGAElement>("a")];
  const at = marks.findIndex((mark) => mark === document.activeElement);
  const step = steps[event.key];
  const to =
    event.key === "Home"
      ? 0
      : event.key === "End"
        ? marks.length - 1
        : step && at >= 0
          ? at + step
          : -1;
  if (!marks[to]) return;
  event.preventDefault();
  marks[to].focus();
}
