// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mention/resolver.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// Gives an unnamed source ("a senior Norvenian diplomat said") his name, but only where the page
/// itself has the same quoted words, in the next three paragraphs, from a named official of his
/// side whose role fits. Whatever else was weighed stays in the evidence.
void name_sources(const Scene& scene, Candidates& candidates, Draft& draft,
                  const Resolver& resolver);

}  // namespace demarche::mention
