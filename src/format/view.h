// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the doors are csv.h, report.h.

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/text.h"
#include "record/rows.h"

namespace demarche {

/// Looks up rows and words of a record. Holds views of it.
class RecordView {
 public:
  explicit RecordView(const RecordRow& record);
  [[nodiscard]] const ActorRow* actor(std::string_view id) const;
  [[nodiscard]] std::string name_of_actor(const MaybeText& id) const;  ///< or empty
  [[nodiscard]] std::string name_of_place(const MaybeText& id) const;  ///< or empty
  [[nodiscard]] std::string words(const Spans& spans) const;           ///< white space folded
  [[nodiscard]] const StatementRow* statement(std::string_view id) const;
  [[nodiscard]] const EventRow* event(std::string_view id) const;
  [[nodiscard]] const RecordRow& record() const { return record_; }

 private:
  const RecordRow& record_;
  OffsetMap offsets_;
  std::unordered_map<std::string_view, const ActorRow*> actors_;
  std::unordered_map<std::string_view, const PlaceRow*> places_;
  std::unordered_map<std::string_view, const StatementRow*> statements_;
  std::unordered_map<std::string_view, const EventRow*> events_;
};

}  // namespace demarche
