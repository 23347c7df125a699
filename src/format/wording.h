// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "record/rows.h"

namespace demarche {

/// How a report and the list of a query find an actor by its id; nothing where it is not known.
using FindActor = std::function<const ActorRow*(std::string_view id)>;

/// The id of a document, cut where it is a hash: `explain` takes the beginning of one.
std::string short_id(std::string_view document);

/// "Ivar Brandt, deputy foreign minister (for NOV)". Without a row: "(not named)".
std::string actor_in_words(const ActorRow* actor);

/// "Norvenia attacked Ostravia", but "Norvenia might attack Ostravia": no plan, threat, wish or
/// denial reads like a fact.
std::string headline_of(const EventRow& row, const FindActor& find);
/// All speakers of a statement; where nobody is known: "(not named)".
std::string headline_of(const StatementRow& row, const FindActor& find);

/// What is said beside the words: "expect, to Ostravia, 12-13 Mar 2031".
std::string facts_of(const StatementRow& row, const FindActor& find);
/// "as told by Irena Kovar, 12 Mar 2031, Lenna".
std::string facts_of(const EventRow& row, const FindActor& find, std::string_view place);

}  // namespace demarche
