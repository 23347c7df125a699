// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/element_tree.h"

#include "base/strings.h"

namespace demarche {

ElementTree::ElementTree(const Page& page) : page_(page), depth_(page.elements.size()) {
  for (size_t e = 0; e < depth_.size(); ++e) {
    const uint32_t parent = page.elements[e].parent;
    depth_[e] = parent == kNone ? 1 : depth_[parent] + 1;
  }
}

uint32_t ElementTree::meet(uint32_t a, uint32_t b) const {
  while (a != b) {
    if (depth(a) >= depth(b)) {
      a = parent(a);
    } else {
      b = parent(b);
    }
  }
  return a;
}

uint32_t ElementTree::child(uint32_t top, uint32_t e) const {
  if (e == top || e == kNone) return kNone;
  while (parent(e) != top && parent(e) != kNone) e = parent(e);
  return e;
}

bool ElementTree::holds(uint32_t top, uint32_t e) const {
  while (e != kNone && depth(e) > depth(top)) e = parent(e);
  return e == top;
}

std::string make_of(const PageElement& element) {
  std::string make = element.tag + ' ';
  for (const char c : element.marks) {
    if (!is_ascii_digit(c)) make += c;
  }
  return make;
}

}  // namespace demarche
