// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "mention/scene.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// How a name is used as a place.
struct PlaceUse {
  bool place = false;  ///< its words say where something is
  bool acts = true;    ///< else: it stands for its government or people
  PlaceRelation relation = PlaceRelation::kNone;
  uint32_t first = 0;        ///< with the compass word before it
  uint32_t compass = kNone;  ///< token of "western"
  uint32_t told = kNone;     ///< where the words of the relation begin, if before `first`
  double km = 0;             ///< how far from it, where the text says so
  const char* rule = "place.acts";
};

/// Reads from the words around a name how it is used. Places are asked for in the order of the
/// text: "in Norvik and Harrow" says of the second what it says of the first.
class PlaceUses {
 public:
  explicit PlaceUses(const Scene& scene)
      : scene_(scene), ends_(scene.size() + 1, PlaceRelation::kNone), ended_(scene.size() + 1) {}

  /// `town`: no state, of which "from" and "to" may speak as of a party.
  [[nodiscard]] PlaceUse use_of(uint32_t first, uint32_t last, bool town) const;
  /// A place ends before `last`.
  void end_place(uint32_t last, const PlaceUse& use);
  [[nodiscard]] bool is_border(uint32_t t) const;

 private:
  const Scene& scene_;
  std::vector<PlaceRelation> ends_;  // token after a place -> its relation
  std::vector<bool> ended_;

  [[nodiscard]] bool has_motion(uint32_t t) const;
  [[nodiscard]] PlaceUse use_after(uint32_t before, PlaceUse use, bool town) const;
  [[nodiscard]] bool is_beside(uint32_t before) const;
  [[nodiscard]] bool read_distance(uint32_t before, PlaceUse& use) const;
  [[nodiscard]] bool read_side(uint32_t of, PlaceUse& use) const;
  [[nodiscard]] bool read_coast(uint32_t of, PlaceUse& use) const;
};

}  // namespace demarche::mention
