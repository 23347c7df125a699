// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Address } from "../address";
import { Problem } from "../api";
import { Trouble } from "../parts/states";

/** The map, whose coastlines are only fetched where they are wanted. */
export function LatePage({ address }: { address: Address }) {
  const [page, setPage] = useState<{ Map: ComponentType<{ address: Address }> } | null>(null);
  const [failed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    import("./map").then(
      (module) => setPage({ Map: module.MapPage }),
      () => setFailed(true),
    );
  };
  useEffect(load, []);
  if (failed)
    return <Trouble problem={new Problem(0, "the map could not be loaded")} again={load} />;
  return page ? (
    <page.Map address={address} />
  ) : (
    <p class="loading" role="status">
      Loading …
    </p>
  );
}
