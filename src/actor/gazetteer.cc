// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/gazetteer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numbers>

#include "actor/place_key.h"
#include "base/errors.h"
#include "base/hash.h"
#include "base/strings.h"
#include "base/tsv.h"

namespace demarche {
namespace {

constexpr std::string_view kMagic = "DMPLACE1";
constexpr size_t kHead = 40, kCountrySize = 20, kAreaSize = 8, kPlaceSize = 24, kCellSize = 8;
constexpr size_t kLargestTable = 64U << 20U;
constexpr uint16_t kNoArea = 0xFFFF;
constexpr uint32_t kMostWords = 7;  // of a name
constexpr size_t kOpenings = 1U << 20U;
constexpr double kSameKm = 60;  // two rows of one name and country so near tell of one place

template <class Number>
Number load(const char* from) {
  Number value = 0;
  for (size_t i = 0; i < sizeof(Number); ++i)
    value = static_cast<Number>(value | static_cast<Number>(static_cast<unsigned char>(from[i]))
                                            << (8 * i));
  return value;
}

uint64_t sum_of(std::string_view bytes) {
  uint64_t sum = 0xCBF29CE484222325U;
  size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8)
    sum = (sum ^ load<uint64_t>(bytes.data() + at)) * 0x100000001B3U;
  if (at == bytes.size()) return sum;
  std::array<char, 8> rest{};
  std::memcpy(rest.data(), bytes.data() + at, bytes.size() - at);
  return (sum ^ load<uint64_t>(rest.data())) * 0x100000001B3U;
}

constexpr std::array<std::string_view, 7> kKinds = {"region", "county",  "capital", "city",
                                                    "city",   "quarter", ""};

/// "Ala." and "AL" are written with their capitals; "N. Y." is "N.Y.".
std::string brief_key(std::string_view written) {
  std::string key;
  for (const char c : written)
    if (!is_ascii_space(c)) key += c;
  return key;
}

}  // namespace

double kilometres(double lat1, double lon1, double lat2, double lon2) {
  constexpr double kRadius = 6371, kDegree = std::numbers::pi / 180;
  const double up = std::sin((lat2 - lat1) * kDegree / 2);
  const double along = std::sin((lon2 - lon1) * kDegree / 2);
  const double part = up * up + std::cos(lat1 * kDegree) * std::cos(lat2 * kDegree) * along * along;
  return 2 * kRadius * std::asin(std::min(1.0, std::sqrt(part)));
}

// ---------------------------------------------------------------- the table
Result<Gazetteer> Gazetteer::read(std::string bytes, std::string_view path) {
  Gazetteer out;
  out.bytes_ = std::move(bytes);
  if (out.bytes_.size() < kHead || !out.bytes_.starts_with(kMagic))
    return fail(errors::cannot_read(path, "is no gazetteer of format " + std::string(kMagic)));
  out.countries_ = out.number_at(8);
  out.areas_ = out.number_at(12);
  out.table_size_ = out.number_at(16);
  out.buckets_ = out.number_at(20);
  out.cells_ = out.number_at(24);
  out.areas_at_ = kHead + size_t{out.countries_} * kCountrySize;
  out.places_at_ = out.areas_at_ + size_t{out.areas_} * kAreaSize;
  out.buckets_at_ = out.places_at_ + size_t{out.table_size_} * kPlaceSize;
  out.cells_at_ = out.buckets_at_ + (size_t{out.buckets_} + 1) * 4;
  out.texts_at_ = out.cells_at_ + size_t{out.cells_} * kCellSize;
  if (auto good = out.check(path); !good) return fail(good.error());
  std::string_view before;
  for (uint32_t cell = 0; cell < out.cells_; ++cell) {
    const std::string_view key = out.text_at(out.number_at(out.cells_at_ + cell * kCellSize));
    if (key != before) out.note_openings(key);
    before = key;
  }
  return out;
}

Status Gazetteer::check(std::string_view path) const {
  if (texts_at_ + number_at(28) != bytes_.size() || buckets_ == 0 || bytes_.back() != '\0')
    return fail(errors::cannot_read(path, "is cut short or too long for its counts"));
  if (sum_of(std::string_view(bytes_).substr(kHead)) != load<uint64_t>(bytes_.data() + 32))
    return fail(errors::cannot_read(path, "is damaged: its bytes have another sum"));
  uint32_t before = 0;
  for (size_t i = 0; i <= buckets_; ++i) {
    const uint32_t first = number_at(buckets_at_ + 4 * i);
    if (first < before || first > cells_)
      return fail(errors::cannot_read(path, "is damaged: a bucket lies outside"));
    before = first;
  }
  // A table made anew by a faulty script has a good sum.
  for (uint32_t place = 0; place < table_size_; ++place)
    if (!is_on_earth(place))
      return fail(errors::cannot_read(
          path, fmt::format("place {} lies off the earth (latitude -90 to 90, longitude -180 to "
                            "180) or has no name or country",
                            place)));
  return {};
}

bool Gazetteer::is_on_earth(uint32_t number) const {
  constexpr int32_t kMostLat = 9'000'000, kMostLon = 18'000'000;
  const size_t at = places_at_ + size_t{number} * kPlaceSize;
  const auto lat = static_cast<int32_t>(number_at(at + 4));
  const auto lon = static_cast<int32_t>(number_at(at + 8));
  const auto country = static_cast<unsigned char>(bytes_[at + 22]);
  return lat >= -kMostLat && lat <= kMostLat && lon >= -kMostLon && lon <= kMostLon &&
         country < countries_ && !text_at(number_at(at + 16)).empty();
}

std::string Gazetteer::sum() const {
  return bytes_.empty() ? "" : std::to_string(load<uint64_t>(bytes_.data() + 32));
}

uint32_t Gazetteer::number_at(size_t at) const { return load<uint32_t>(bytes_.data() + at); }

std::string_view Gazetteer::text_at(uint32_t text) const {
  const size_t at = texts_at_ + text;
  return at < bytes_.size() ? std::string_view(bytes_.data() + at) : std::string_view();
}

Place Gazetteer::of_table(uint32_t number) const {
  const size_t at = places_at_ + size_t{number} * kPlaceSize;
  const char* row = bytes_.data() + at;
  Place place;
  place.geonames = number_at(at);
  place.lat = static_cast<int32_t>(number_at(at + 4)) / 1e5;
  place.lon = static_cast<int32_t>(number_at(at + 8)) / 1e5;
  place.has_spot = true;
  place.population = number_at(at + 12);
  place.name = text_at(number_at(at + 16));
  const auto area = load<uint16_t>(row + 20);
  const auto country = static_cast<unsigned char>(row[22]);
  const auto kind = static_cast<unsigned char>(row[23]);
  if (country < countries_) {
    const char* id = bytes_.data() + kHead + size_t{country} * kCountrySize;
    place.country = {id, static_cast<size_t>(std::find(id, id + 4, '\0') - id)};
  }
  place.rank = kind < kKinds.size() ? static_cast<PlaceKind>(kind) : PlaceKind::kOther;
  place.kind = kKinds[static_cast<size_t>(place.rank)];
  if (area != kNoArea && area < areas_) {
    const size_t entry = areas_at_ + size_t{area} * kAreaSize;
    const uint32_t own = number_at(entry + 4);
    place.area = text_at(number_at(entry));
    if (own < table_size_)
      place.area_name = text_at(number_at(places_at_ + size_t{own} * kPlaceSize + 16));
  }
  if (const auto shown = shown_.find(number); shown != shown_.end()) place.name = shown->second;
  if (const auto moved = moved_.find(number); moved != moved_.end())
    place.lat = moved->second.lat, place.lon = moved->second.lon;
  return place;
}

void Gazetteer::find_cells(std::string_view key, std::vector<uint32_t>& out) const {
  if (buckets_ == 0) return;
  const size_t bucket = buckets_at_ + 4 * size_t{hash_text(key) % buckets_};
  const uint32_t last = number_at(bucket + 4);
  bool found = false;
  for (uint32_t cell = number_at(bucket); cell < last; ++cell) {
    const size_t at = cells_at_ + size_t{cell} * kCellSize;
    const bool same = text_at(number_at(at)) == key;
    if (found && !same) return;
    found = same;
    const uint32_t number = number_at(at + 4);
    if (same && number < table_size_) out.push_back(number);
  }
}

// ---------------------------------------------------------------- what is laid over it
Place Gazetteer::of_row(const KnownPlace& row) const {
  Place place;
  place.name = row.name;
  place.kind = row.kind;
  place.country = row.country;
  place.lat = row.lat;
  place.lon = row.lon;
  place.has_spot = row.has_spot;
  place.overlay = row.overlay;
  if (row.kind == "capital") place.rank = PlaceKind::kCapital;
  if (row.kind == "city") place.rank = PlaceKind::kCity;
  if (const auto id = parse_int(row.geonames); id && *id > 0)
    place.geonames = static_cast<uint32_t>(*id);
  return place;
}

Place Gazetteer::at(uint32_t number) const {
  Place place = number < table_size_ ? of_table(number) : of_row(rows_[number - table_size_]);
  if (const auto policy = policies_.find(number); policy != policies_.end()) {
    place.dispute = policy->second.dispute;
    place.country = policy->second.country;
    if (!policy->second.name.empty()) place.name = policy->second.name;
  }
  return place;
}

std::optional<uint32_t> Gazetteer::same_place(const KnownPlace& row,
                                              const std::vector<std::string>& names) const {
  const bool town = row.kind == "city" || row.kind == "capital";
  if (row.overlay || (!town && row.kind != "region")) return std::nullopt;
  std::vector<uint32_t> found;
  for (const std::string& name : names) find_cells(fold_place_name(name), found);
  for (const uint32_t number : found) {
    const Place place = of_table(number);
    if (place.country != row.country || town == (place.rank <= PlaceKind::kCounty)) continue;
    if (place.rank == PlaceKind::kCounty || place.rank == PlaceKind::kQuarter) continue;
    if (!town || !row.has_spot || kilometres(place.lat, place.lon, row.lat, row.lon) <= kSameKm)
      return number;
  }
  return std::nullopt;
}

void Gazetteer::put_name(const std::string& name, uint32_t number) {
  const std::string key = fold_place_name(name);
  if (key.empty()) return;
  note_openings(key);
  std::vector<uint32_t>& numbers = names_[key];
  if (std::ranges::find(numbers, number) == numbers.end()) numbers.push_back(number);
}

uint32_t Gazetteer::add(KnownPlace place, const std::vector<std::string>& names) {
  if (const auto same = same_place(place, names)) {
    for (const std::string& name : names) put_name(name, *same);
    if (place.kind == "region" && place.has_spot) moved_[*same] = {place.lat, place.lon};
    return *same;
  }
  const uint32_t number = size();
  for (const std::string& name : names) put_name(name, number);
  rows_.push_back(std::move(place));
  return number;
}

bool Gazetteer::add_name(std::string_view name, std::string_view country, std::string_view other,
                         bool shown) {
  for (const uint32_t number : named(name)) {
    const Place place = at(number);
    if (place.country != country || place.rank <= PlaceKind::kCounty) continue;
    put_name(std::string(other), number);
    if (shown) shown_[number] = other;
    return true;
  }
  return false;
}

void Gazetteer::add_abbreviation(uint32_t number, std::string_view brief, bool alone) {
  if (alone) alone_.insert(brief_key(brief));
  std::vector<uint32_t>& numbers = briefs_[brief_key(brief)];
  if (std::ranges::find(numbers, number) == numbers.end()) numbers.push_back(number);
}

// ---------------------------------------------------------------- looking up
std::string Gazetteer::key_of(std::string_view name) { return fold_place_name(name); }

bool Gazetteer::has_key(std::string_view key) const {
  if (names_.contains(std::string(key))) return true;
  if (buckets_ == 0) return false;
  const size_t bucket = buckets_at_ + 4 * size_t{hash_text(key) % buckets_};
  const uint32_t last = number_at(bucket + 4);
  for (uint32_t cell = number_at(bucket); cell < last; ++cell)
    if (text_at(number_at(cells_at_ + size_t{cell} * kCellSize)) == key) return true;
  return false;
}

void Gazetteer::note_openings(std::string_view key) {
  if (openings_.empty()) openings_.resize(kOpenings);
  for (size_t gap = key.find(' '); gap != std::string_view::npos; gap = key.find(' ', gap + 1))
    openings_[hash_text(key.substr(0, gap)) % kOpenings] = true;
}

bool Gazetteer::is_opening(std::string_view key) const {
  return !openings_.empty() && openings_[hash_text(key) % kOpenings];
}

std::vector<uint32_t> Gazetteer::named(std::string_view name) const {
  const std::string key = fold_place_name(name);
  std::vector<uint32_t> out;
  if (const auto own = names_.find(key); own != names_.end()) out = own->second;
  // Of the user first, then other rows, then the table in its order.
  std::ranges::stable_sort(out, [&](uint32_t a, uint32_t b) {
    const auto order = [&](uint32_t n) {
      return n < table_size_ ? 2 : (rows_[n - table_size_].overlay ? 0 : 1);
    };
    return order(a) < order(b);
  });
  std::vector<uint32_t> cells;
  find_cells(key, cells);
  for (const uint32_t number : cells)
    if (std::ranges::find(out, number) == out.end()) out.push_back(number);
  return out;
}

uint32_t Gazetteer::longest_at(const Tokens& tokens, uint32_t at) const {
  const uint32_t end = tokens.sentences[tokens.sentence_of[at]].last;
  std::string key;
  uint32_t best = at;
  for (uint32_t t = at, words = 0; t < end && words < kMostWords; ++t) {
    const std::string word = fold_place_word(tokens.lower[t]);
    if (word.empty()) {
      // "Port-au-Prince" is five tokens; any other mark ends a name.
      if (t == at || (tokens.lower[t] != "-" && tokens.lower[t] != "/")) break;
      continue;
    }
    // "St. John's": the clitic is a token, and no word of its own.
    const bool clitic = t > at && tokens.lower[t].front() == '\'';  // curly ones are folded
    if (!key.empty() && !clitic) key += ' ';
    key += word;
    words += clitic ? 0 : 1;
    // "Norvenia's" is no town Norvenias: a name ends so where it begins with a saint.
    if ((!clitic || key.starts_with("st ")) && has_key(key)) best = t + 1;
    if (!is_opening(key) && !(t + 1 < end && tokens.lower[t + 1].front() == '\'')) break;
  }
  return best;
}

std::vector<uint32_t> Gazetteer::abbreviated(std::string_view written) const {
  const auto found = briefs_.find(brief_key(written));
  return found == briefs_.end() ? std::vector<uint32_t>() : found->second;
}

bool Gazetteer::stands_alone(std::string_view written) const {
  return alone_.contains(brief_key(written));
}

std::optional<uint32_t> Gazetteer::area(std::string_view code) const {
  // Units are sorted by their code.
  uint32_t low = 0, high = areas_;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    const size_t entry = areas_at_ + size_t{middle} * kAreaSize;
    const std::string_view here = text_at(number_at(entry));
    if (here == code) return number_at(entry + 4);
    if (here < code) low = middle + 1;
    if (here > code) high = middle;
  }
  return std::nullopt;
}

std::optional<Reach> Gazetteer::reach_of(std::string_view country) const {
  for (uint32_t i = 0; i < countries_; ++i) {
    const size_t at = kHead + size_t{i} * kCountrySize;
    const std::string_view id(bytes_.data() + at, 4);
    if (id.substr(0, id.find('\0')) != country) continue;
    const auto degrees = [&](size_t n) {
      return static_cast<int32_t>(number_at(at + 4 + 4 * n)) / 1e5;
    };
    return Reach{degrees(0), degrees(1), degrees(2), degrees(3)};
  }
  Reach reach{90, -90, 180, -180};
  constexpr int kEnough = 4;
  int towns = 0;
  for (const KnownPlace& row : rows_) {
    // Islands lie far out.
    const bool town = row.kind == "city" || row.kind == "capital";
    if (row.country != country || !row.has_spot || !town) continue;
    ++towns;
    reach = {std::min(reach.south, row.lat), std::max(reach.north, row.lat),
             std::min(reach.west, row.lon), std::max(reach.east, row.lon)};
  }
  return towns < kEnough ? std::nullopt : std::optional<Reach>(reach);
}

Result<Gazetteer> load_gazetteer(const std::string& path) {
  auto bytes = read_file(path, kLargestTable);
  if (!bytes) return fail(bytes.error());
  return Gazetteer::read(std::move(*bytes), path);
}

}  // namespace demarche
