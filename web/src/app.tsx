// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Address } from "./address";
import { followLinks, useAddress } from "./navigate";
import { ActorPage } from "./pages/actor";
import { BoardPage } from "./pages/board";
import { DocumentPage } from "./pages/document";
import { IssuePage, IssuesPage } from "./pages/issue";
import { LatePage } from "./pages/late";
import { LostPage } from "./pages/lost";
import { SearchPage } from "./pages/search";
import { SignalPage } from "./pages/signal";
import { StatusPage } from "./pages/status";
import { TryPage } from "./pages/try";
import { Header } from "./parts/header";
import "./styles/app.css";

const titles: Record<Address["page"], string> = {
  board: "Signals",
  signal: "Signal",
  document: "Document",
  actor: "Actor",
  issues: "Issues",
  issue: "Issue",
  map: "Map",
  search: "Search",
  try: "Try it",
  status: "Status",
  lost: "Nothing here",
};

function Page({ address }: { address: Address }) {
  switch (address.page) {
    case "board":
      return <BoardPage address={address} />;
    case "signal":
      return <SignalPage key={address.id} address={address} />;
    case "document":
      return <DocumentPage key={address.id} address={address} />;
    case "actor":
      return <ActorPage key={address.id} address={address} />;
    case "issues":
      return <IssuesPage address={address} />;
    case "issue":
      return <IssuePage key={address.id} address={address} />;
    case "map":
      return <LatePage address={address} />;
    case "search":
      return <SearchPage address={address} />;
    case "try":
      return <TryPage address={address} />;
    case "status":
      return <StatusPage address={address} />;
    case "lost":
      return <LostPage />;
  }
}

function App() {
  const address = useAddress();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const place = `${address.page}/${address.id}`;
  useEffect(() => {
    document.title = `${titles[address.page]} · demarche`;
    if (first.current) {
      first.current = false;
      return;
    }
    // Screen readers go on at the new page.
    main.current?.focus({ preventScroll: true });
  }, [place]);
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the content
      </a>
      <Header address={address} />
      <main id="main" ref={main} tabIndex={-1}>
        <Page address={address} />
      </main>
    </>
  );
}

followLinks();
render(<App />, document.getElementById("app")!);
