// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { type Address, documentPath } from "../address";
import { useLoaded } from "../api";
import { useTitle } from "../navigate";
import { DocumentView } from "../parts/document_view";
import { Await } from "../parts/states";
import type { PageRecord } from "../records";

export function DocumentPage({ address }: { address: Address }) {
  const record = useLoaded<PageRecord>(`/api${documentPath(address.id)}`);
  useTitle(record.value?.title ?? null);
  return (
    <Await of={record}>
      {(value) => <DocumentView record={value} fields={address.fields} stored />}
    </Await>
  );
}
