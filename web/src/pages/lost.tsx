// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { Empty } from "../parts/states";

export function LostPage() {
  return (
    <>
      <h1>There is nothing at this address</h1>
      <Empty title="The link may be broken">
        <p>
          Go to the <a href="/signals">signals</a>, or <a href="/search">search</a> for statements
          and events.
        </p>
      </Empty>
    </>
  );
}
