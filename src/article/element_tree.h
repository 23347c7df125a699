// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the article stage; the door is article.h.

#include <cstdint>
#include <string>
#include <vector>

#include "page/page.h"

namespace demarche {

/// The elements of a page as a tree that can be climbed. The page must outlive it. kNone is above
/// all of them.
class ElementTree {
 public:
  static constexpr uint32_t kNone = PageElement::kNone;

  explicit ElementTree(const Page& page);
  [[nodiscard]] uint32_t depth(uint32_t e) const { return e == kNone ? 0 : depth_[e]; }
  [[nodiscard]] uint32_t parent(uint32_t e) const { return page_.elements[e].parent; }
  /// The deepest element that holds both.
  [[nodiscard]] uint32_t meet(uint32_t a, uint32_t b) const;
  /// What stands right below `top` on the way to `e`; kNone where that is `top` itself.
  [[nodiscard]] uint32_t child(uint32_t top, uint32_t e) const;
  [[nodiscard]] bool holds(uint32_t top, uint32_t e) const;

 private:
  const Page& page_;
  std::vector<uint32_t> depth_;
};

/// Tag and class words without their numbers: the boxes of one list have the same.
std::string make_of(const PageElement& element);

}  // namespace demarche
