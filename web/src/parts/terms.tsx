// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { sayExact, sayNumber, sayShare } from "../format";
import type { Signal } from "../records";
import { gapWords } from "../words";

function cueWords(cue: number): string {
  if (cue > 3) return "the outlet says in words that the positions differ";
  if (cue > 1) return "a word of contrast joins the two";
  return "the outlet says nothing of a difference";
}

/** The score line by line: odds = prior odds · odds of the reading · cue. */
export function Terms({ signal }: { signal: Signal }) {
  const { prior, reading, cue, strength, window: hours } = signal.terms;
  if (signal.score === null || prior === null || reading === null || cue === null) {
    return (
      <p class="soft">A threat or use of force that is left open is listed without a score.</p>
    );
  }
  const first = prior / (1 - prior);
  const second = first * (reading / (1 - reading));
  const third = second * cue;
  return (
    <div class="table-frame" role="group" aria-label="The score line by line" tabIndex={0}>
      <table class="terms">
        <thead>
          <tr>
            <th scope="col">line</th>
            <th scope="col">value</th>
            <th scope="col">odds so far</th>
            <th scope="col">what it is</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">prior</th>
            <td>{sayExact(prior)}</td>
            <td>{sayExact(first)}</td>
            <td>how often two such statements differ; the same for every side</td>
          </tr>
          <tr>
            <th scope="row">reading</th>
            <td>{sayExact(reading)}</td>
            <td>{sayExact(second)}</td>
            <td>the reader’s probability that these two really differ</td>
          </tr>
          <tr>
            <th scope="row">cue</th>
            <td>× {sayExact(cue)}</td>
            <td>{sayExact(third)}</td>
            <td>{cueWords(cue)}</td>
          </tr>
          <tr class="terms-sum">
            <th scope="row">score</th>
            <td>
              <strong>{sayExact(signal.score)}</strong>
            </td>
            <td>{sayExact(third)}</td>
            <td>
              odds / (1 + odds); flag from {sayShare(0.6)}, watch from {sayShare(0.3)}
            </td>
          </tr>
          <tr>
            <th scope="row">strength</th>
            <td>{strength === null ? "–" : sayExact(strength)}</td>
            <td />
            <td>
              how firm, how near in time, how much the same issue; a flag wants {sayShare(0.3)}
            </td>
          </tr>
          <tr>
            <th scope="row">time between</th>
            <td colSpan={2}>{gapWords(hours, sayNumber)}</td>
            <td>between what was said first and last</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
