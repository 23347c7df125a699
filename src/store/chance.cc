// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "signal/chance.h"

#include <algorithm>
#include <iterator>

#include "base/errors.h"
#include "store/store.h"

// The decoys of a topic are one row of `meta`. Whoever adds to the topic empties the row in the
// same transaction, and whoever finishes a run fills the empty ones: a killed run leaves no figure
// that is wrong. One row more says that no topic was left out, as all are in a store of a version
// before.
namespace demarche {
namespace {

constexpr const char* kPrefix = "decoys/";
constexpr const char* kAll = "decoys";

/// What is the same for all signals of a store is not kept longer than it is needed.
void drop_words(std::vector<Point>& points) {
  for (Point& point : points) {
    point.text = point.url = point.outlet = {};
    point.wording = {};
  }
}

}  // namespace

Status Store::forget_decoys(const std::set<Field>& fields) {
  Sql forget = database_.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?, '')");
  for (const auto& [side, topic] : fields) {
    if (auto done = forget.bind(kPrefix + topic).run(); !done) return done;
  }
  return {};
}

Result<std::vector<Store::TopicTally>> Store::tallies() const {
  Sql select = database_.prepare(
      "SELECT topic, value FROM (SELECT DISTINCT topic FROM issues ORDER BY topic) "
      "LEFT JOIN meta ON key = 'decoys/' || topic");
  std::vector<TopicTally> found;
  auto row = select.step();
  for (; row && *row; row = select.step()) {
    found.emplace_back(select.text(0), read_tally(select.text(1)));
  }
  if (!row) return fail(row.error());
  return found;
}

Result<DecoyTally> Store::count_topic(const std::string& topic) const {
  std::vector<std::string> sides;
  {
    Sql select =
        database_.prepare("SELECT DISTINCT side FROM issues WHERE topic = ? ORDER BY side");
    select.bind(topic);
    auto row = select.step();
    for (; row && *row; row = select.step()) sides.push_back(select.text(0));
    if (!row) return fail(row.error());
  }
  std::vector<Point> points;
  for (const auto& side : sides) {
    auto found = points_of_field({side, topic});
    if (!found) return fail(found.error());
    drop_words(*found);
    std::ranges::move(*found, std::back_inserter(points));
  }
  return count_decoys(points);
}

Status Store::keep_decoys() {
  const auto topics = tallies();
  if (!topics) return fail(topics.error());
  Sql keep = database_.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)");
  for (const auto& [topic, tally] : *topics) {
    if (tally) continue;
    // One transaction a topic: another run need not wait for all of them.
    Transaction transaction(database_);
    if (auto begun = transaction.begin(); !begun) return begun;
    const auto counted = count_topic(topic);
    if (!counted) return fail(counted.error());
    if (auto done = keep.bind(kPrefix + topic).bind(write_tally(*counted)).run(); !done)
      return done;
    if (auto done = transaction.commit(); !done) return done;
  }
  // A topic of which a revision left nothing.
  auto gone = database_.prepare(
      "DELETE FROM meta WHERE key LIKE 'decoys/%' AND value = '' "
      "AND substr(key, 8) NOT IN (SELECT topic FROM issues)");
  if (auto done = gone.run(); !done) return done;
  return keep.bind(kAll).bind("counted").run();
}

Result<std::optional<DecoyTally>> Store::decoys() const {
  Sql select =
      database_.prepare("SELECT key, value FROM meta WHERE key >= 'decoys' AND key < 'decoys0'");
  DecoyTally sum;
  bool all = false;
  auto row = select.step();
  for (; row && *row; row = select.step()) {
    if (select.text(0) == kAll) {
      all = true;
      continue;
    }
    const auto tally = read_tally(select.text(1));
    if (!tally) return std::optional<DecoyTally>();
    sum += *tally;
  }
  if (!row) return fail(row.error());
  return all ? std::optional(sum) : std::nullopt;
}

Result<DecoyTally> Store::counted_decoys() const {
  const auto topics = tallies();
  if (!topics) return fail(topics.error());
  DecoyTally sum;
  for (const auto& [topic, tally] : *topics) {
    if (tally) {
      sum += *tally;
      continue;
    }
    const auto counted = count_topic(topic);
    if (!counted) return fail(counted.error());
    sum += *counted;
  }
  return sum;
}

Result<std::vector<Point>> Store::points_of(const Issue& issue, size_t most_rows) const {
  std::vector<Point> points;
  for (size_t i = 0; i < std::min(issue.rows.size(), most_rows); ++i) {
    const std::string& name = issue.rows[i];
    const size_t mark = name.rfind('#');
    if (mark == std::string::npos) continue;
    auto found = this->points(name.substr(0, mark), name.substr(mark + 1));
    if (!found) return fail(found.error());
    std::ranges::move(*found, std::back_inserter(points));
  }
  std::ranges::stable_sort(
      points, {}, [](const Point& point) { return point.from ? format_day(*point.from) : ""; });
  return points;
}

}  // namespace demarche
