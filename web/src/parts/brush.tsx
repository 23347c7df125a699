// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { dayOf, sayDay } from "../format";
import { setFields } from "../navigate";

const dayMs = 86_400_000;

/** Two sliders over the days that there are, kept in the address. */
export function Brush({
  first,
  last,
  fields,
}: {
  first: number;
  last: number;
  fields: Record<string, string>;
}) {
  const days = Math.round((last - first) / dayMs);
  const indexOf = (day: string | undefined, none: number) => {
    const date = day ? dayOf(day) : null;
    return date ? Math.max(0, Math.min(days, Math.round((date.getTime() - first) / dayMs))) : none;
  };
  const dayAt = (index: number) => new Date(first + index * dayMs).toISOString().slice(0, 10);
  const from = indexOf(fields.from, 0),
    to = indexOf(fields.to, days);
  const move = (name: "from" | "to", index: number) => {
    const end = name === "from" ? 0 : days;
    const inside = name === "from" ? Math.min(index, to) : Math.max(index, from);
    setFields({ [name]: inside === end ? undefined : dayAt(inside) }, false);
  };
  const slider = (name: "from" | "to", index: number) => (
    <label class="field field-wide">
      <span>
        {name} {sayDay(dayAt(index))}
      </span>
      <input
        type="range"
        min="0"
        max={days}
        value={index}
        aria-valuetext={sayDay(dayAt(index))}
        onInput={(event) => move(name, Number(event.currentTarget.value))}
      />
    </label>
  );
  return (
    <div class="brush" role="group" aria-label="Days shown">
      {slider("from", from)}
      {slider("to", to)}
    </div>
  );
}
