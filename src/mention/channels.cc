// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/name_reader.h"

#include <algorithm>

#include "base/strings.h"

namespace demarche::mention {

uint32_t NameReader::read_media(Run run) {
  uint32_t last = run.last;
  uint32_t core = run.last;
  while (core > run.first + 1 && scene_.in(core - 1, WordList::kMediaHead)) --core;
  const Sentence& sentence = scene_.sentence(run.first);
  uint32_t small = last;
  while (small < sentence.last && small < last + 2 &&
         (scene_.in(small, WordList::kMediaHead) || scene_.is(small, "news")))
    ++small;
  const bool small_head = small > last && !scene_.is(small - 1, "media") &&
                          !scene_.is(small - 1, "news") && !scene_.is(small - 1, "post");
  if (small_head) {
    last = small;
  } else if (core == run.last) {
    return 0;
  }
  if (is_whole_hit({run.first, last})) return 0;
  uint32_t core_first = run.first;
  uint32_t owner = kNone;
  const Hit* hit = scene_.names.begins(run.first);
  const bool agency = scene_.is(last - 1, "agency") && !small_is_news(last);
  if (agency) return 0;
  if (hit != nullptr && hit->last < core && scene_.known(*hit).kind == ActorKind::kState) {
    owner = add_hit(*hit);
    core_first = hit->last;
  } else if (hit != nullptr && hit->last == core && scene_.known(*hit).kind == ActorKind::kState) {
    owner = add_hit(*hit);  // "Norvenian television" has no name of its own
    core_first = core = last;
  }
  Candidate media;
  media.shape = Shape::kMedia;
  media.first = run.first;
  media.last = last;
  media.head = last - 1;
  media.core_first = core_first;
  media.core_last = scene_.is(last - 1, "news") || scene_.is(last - 1, "times") ||
                            scene_.is(last - 1, "post") || scene_.is(last - 1, "herald")
                        ? last
                        : core;
  media.owner = owner;
  add(media);
  return last;
}

bool NameReader::small_is_news(uint32_t last) const {
  return last >= 2 && scene_.is(last - 2, "news");
}

void NameReader::read_common_media(const Sentence& sentence) {
  for (uint32_t t = sentence.first; t + 1 < sentence.last; ++t) {
    if (taken_[t] || !(scene_.is(t, "state") || scene_.is(t, "state-run") ||
                       scene_.is(t, "state-owned") || scene_.is(t, "local")))
      continue;
    uint32_t last = t + 1;
    while (last < sentence.last && last < t + 3 && scene_.in(last, WordList::kMediaHead)) ++last;
    if (last == t + 1 || scene_.is(last - 1, "post") ||
        scene_.is(last - 1, "agency") != scene_.is(last - 2, "news"))
      continue;
    Candidate media;
    media.shape = Shape::kMedia;
    media.first = t;
    media.last = last;
    media.head = last - 1;
    media.core_first = media.core_last = last;  // no name
    if (const uint32_t owner = out_.by_last[t]; owner != kNone && t > sentence.first) {
      const Candidate& before = out_.all[owner];
      if (before.shape == Shape::kName) media.owner = owner, media.first = before.first;
    }
    media.possessor = last < sentence.last && scene_.is_possessive(last);
    take(t, last);
    out_.add(media);
    t = last - 1;
  }
}

}  // namespace demarche::mention
