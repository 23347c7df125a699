// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace demarche {

/// A piece of a text: two byte offsets, half open, on code point borders. Everything that points
/// into a text is a Span or an Id; nothing stores a copied string or a view.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  [[nodiscard]] constexpr uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  constexpr auto operator<=>(const Span&) const = default;
};

/// The number of a row in the vector of its stage; `Id<Event>` cannot be mistaken for
/// `Id<Statement>`. A default Id is none.
template <class Row>
struct Id {
  static constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();
  uint32_t value = kNone;

  constexpr explicit operator bool() const { return value != kNone; }
  constexpr auto operator<=>(const Id&) const = default;
};

}  // namespace demarche
