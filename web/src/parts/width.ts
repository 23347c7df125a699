// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { type RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** The width of a frame, followed: drawings are made for it, so that marks keep their size. */
export function useWidth(): [frame: RefObject<HTMLDivElement>, width: number] {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  useEffect(() => {
    if (!frame.current) return;
    const watch = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(240, entry.contentRect.width)),
    );
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);
  return [frame, width];
}
