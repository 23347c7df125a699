// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "chance.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "output.h"
#include "program.h"
#include "signal/chance.h"

namespace demarche::cli {
namespace {

struct Threshold {
  double least;
  bool flags_only;
};
constexpr std::array<Threshold, 6> kThresholds = {
    {{.3, false}, {.5, false}, {.6, false}, {.7, false}, {.8, false}, {.6, true}}};

std::string number_or(std::optional<double> value, const char* form, const char* none) {
  return value ? fmt::format(fmt::runtime(form), *value) : none;
}

/// How many signals of a store come as high.
Result<int64_t> signals_above(const Store& store, const Threshold& at) {
  SignalFilter filter{.least = at.least};
  if (at.flags_only) filter.status = SignalStatus::kFlag;
  auto signals = store.signals(filter);
  if (!signals) return fail(signals.error());
  int64_t count = 0;
  for (const auto& signal : *signals) count += signal.score ? 1 : 0;
  return count;
}

/// In one line: "about 3 of 12 signals".
std::string expected(std::optional<double> rate, int64_t signals) {
  if (!rate) return "-";
  return fmt::format("{:.0f} of {}", std::round(*rate * static_cast<double>(signals)), signals);
}

std::string ways_of(const DecoyTally& tally) {
  std::string out;
  const std::array<std::pair<const char*, const PairTally*>, 4> ways = {
      {{"real pairs", &tally.real},
       {"sides swapped", &tally.swapped},
       {"issues crossed", &tally.crossed},
       {"out of the window", &tally.apart}}};
  out += fmt::format("{:<20}{:>10}{:>14}{:>12}\n", "", "pairs", "score .3 up", "flags");
  for (const auto& [what, pairs] : ways) {
    const auto part = [&, &pairs = pairs](double least, bool flags) {
      return pairs->pairs == 0 ? std::string("-")
                               : fmt::format("{:.2f} %", 100 * pairs->share(least, flags));
    };
    out += fmt::format("{:<20}{:>10}{:>14}{:>12}\n", what, pairs->pairs, part(.3, false),
                       part(.6, true));
  }
  return out;
}

std::string report_of(const DecoyTally& tally, const std::vector<int64_t>& signals,
                      const std::string& name) {
  std::string out = "Of the signals of " + printable(name) + ", how many would chance give?\n\n";
  out += ways_of(tally) + '\n';
  if (tally.decoys().pairs < kLeastDecoys) {
    return out + fmt::format(
                     "Too little for a rate: it takes {} pairs that cannot be signals. Read "
                     "more pages into the store.\n",
                     kLeastDecoys);
  }
  out += fmt::format("{:<20}{:>12}{:>22}\n", "threshold", "decoy rate", "expected by chance");
  for (size_t i = 0; i < kThresholds.size(); ++i) {
    const auto& at = kThresholds[i];
    const auto rate = decoy_rate(tally, at.least, at.flags_only);
    const std::string what =
        at.flags_only ? std::string("flags") : fmt::format("score {:.1f} and up", at.least);
    out += fmt::format("{:<20}{:>12}{:>22}\n", what, number_or(rate, "{:.3f}", "-"),
                       expected(rate, signals[i]));
  }
  return out +
         "\nA decoy is a pair that cannot be a signal: the second statement comes from another "
         "side,\nfrom another issue, or from too long before or after. Decoy rate: their share at "
         "the\nthreshold, divided by that of real pairs. One rate for all sides.\n";
}

std::string line_of(const DecoyTally& tally, const Threshold& at, int64_t signals, bool csv) {
  const auto rate = decoy_rate(tally, at.least, at.flags_only);
  const auto decoys = tally.decoys();
  const auto form = csv ? "{:.1f},{},{},{},{},{},{},{}\r\n"
                        : "{{\"least\":{:.1f},\"flags\":{},\"signals\":{},\"real_pairs\":{},"
                          "\"real_above\":{},\"decoy_pairs\":{},\"decoys_above\":{},"
                          "\"decoy_rate\":{}}}\n";
  return fmt::format(fmt::runtime(form), at.least, at.flags_only, signals, tally.real.pairs,
                     tally.real.above(at.least, at.flags_only), decoys.pairs,
                     decoys.above(at.least, at.flags_only),
                     number_or(rate, "{:.3f}", csv ? "" : "null"));
}

/// How high each bin is, in one letter.
std::string drawn(const NullDistribution& found) {
  constexpr std::string_view kHeights = " .:-=+*#";
  std::string out;
  for (const int64_t count : found.counts) {
    const double part = static_cast<double>(count) / static_cast<double>(found.pairs);
    const auto height = static_cast<size_t>(std::ceil(part * (kHeights.size() - 1)));
    out += kHeights[std::min(height, kHeights.size() - 1)];
  }
  return out;
}

std::string words_of(const NullDistribution& found) {
  constexpr double kRare = .05, kOften = .25;
  if (found.share <= kRare) return "rare in its own history";
  if (found.share >= kOften) return "common in its own history";
  return "neither rare nor common";
}

std::string null_report(const Signal& signal, const std::optional<NullDistribution>& found) {
  std::string out = fmt::format("{}  {}  {}  score {}\n", signal.id, printable(signal.side),
                                name_of(signal.kind), number_or(signal.score, "{:.2f}", "-"));
  if (!found) {
    return out + (signal.score ? fmt::format("  too little on this issue: it takes {} positions of "
                                             "the side\n\n",
                                             kLeastReadings)
                               : std::string("  has no score\n\n"));
  }
  return out + fmt::format(
                   "  {} of {} positions: {:.1f} % of {} pairs differ as much\n"
                   "  0 |{}| 1\n\n",
                   words_of(*found), found->readings, 100 * found->share, found->pairs,
                   drawn(*found));
}

std::string null_line(const Signal& signal, const std::optional<NullDistribution>& found,
                      bool csv) {
  std::string counts;
  if (found) {
    for (const int64_t count : found->counts) {
      counts += fmt::format("{}{}", counts.empty() ? "" : (csv ? " " : ","), count);
    }
  }
  const std::string none = csv ? "" : "null";
  const auto whole = [&](int64_t NullDistribution::*field) {
    return found ? std::to_string((*found).*field) : none;
  };
  const std::string share = found ? fmt::format("{:.3f}", found->share) : none;
  const std::string score = number_or(signal.score, "{:.3f}", none.c_str());
  if (csv) {
    return fmt::format("{},{},{},{},{},{}\r\n", signal.id, score,
                       whole(&NullDistribution::readings), whole(&NullDistribution::pairs), share,
                       counts);
  }
  return fmt::format(
      "{{\"signal\":\"{}\",\"score\":{},\"readings\":{},\"pairs\":{},\"share\":{},\"counts\":{}}}"
      "\n",
      signal.id, score, whole(&NullDistribution::readings), whole(&NullDistribution::pairs), share,
      found ? "[" + counts + "]" : none);
}

int failed(const Error& error) {
  say(error.message);
  return kSomeFailed;
}

}  // namespace

int print_decoys(const Store& store, const std::string& name, const std::string& format) {
  const auto tally = store.counted_decoys();
  if (!tally) return failed(tally.error());
  std::vector<int64_t> signals;
  for (const auto& at : kThresholds) {
    const auto count = signals_above(store, at);
    if (!count) return failed(count.error());
    signals.push_back(*count);
  }
  std::string out;
  if (format == "report") {
    out = report_of(*tally, signals, name);
  } else {
    const bool csv = format == "csv";
    if (csv) {
      out = "least,flags,signals,real_pairs,real_above,decoy_pairs,decoys_above,decoy_rate\r\n";
    }
    for (size_t i = 0; i < kThresholds.size(); ++i) {
      out += line_of(*tally, kThresholds[i], signals[i], csv);
    }
  }
  return put(out) ? kAllGood : kSomeFailed;
}

int print_nulls(const Store& store, const std::vector<Signal>& signals, const std::string& format) {
  if (format == "csv" && !put("signal,score,readings,pairs,share,counts\r\n")) return kSomeFailed;
  if (format == "report" && signals.empty() && !put("No mixed signals.\n")) return kSomeFailed;
  for (const auto& signal : signals) {
    const auto issue = store.issue(signal.issue);
    if (!issue) return failed(issue.error());
    std::optional<NullDistribution> found;
    if (*issue) {
      const auto points = store.points_of(**issue, kMostReadings);
      if (!points) return failed(points.error());
      found = find_null(signal, *points);
    }
    const bool report = format == "report";
    if (!put(report ? null_report(signal, found) : null_line(signal, found, format == "csv"))) {
      return kSomeFailed;
    }
  }
  return kAllGood;
}

}  // namespace demarche::cli
