// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";

/** Copies a text, and shows it, for where copying is not allowed. */
export function Copy({ label, text }: { label: string; text: string }) {
  const [told, setTold] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setTold("copied");
    } catch {
      setTold("select the text and copy it");
    }
  };
  return (
    <div class="copy">
      <textarea class="copy-text" readOnly rows={8} aria-label={label} value={text} dir="auto" />
      <p>
        <button type="button" class="button" onClick={copy}>
          Copy
        </button>{" "}
        <span role="status" class="soft">
          {told}
        </span>
      </p>
    </div>
  );
}
