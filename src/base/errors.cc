// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "base/errors.h"

#include <fmt/format.h>

namespace demarche::errors {

Error cannot_read(std::string_view path, std::string_view why) {
  return {"cannot_read", fmt::format("{}: cannot be read: {}", path, why)};
}

Error too_large(std::string_view path, size_t limit) {
  return {"too_large", fmt::format("{}: too large: over the limit of {} bytes", path, limit)};
}

Error wrong_field_count(std::string_view path, uint32_t line, size_t wanted, size_t got) {
  return {"bad_table", fmt::format("{}:{}: {} fields, the header has {}", path, line, got, wanted)};
}

Error missing_column(std::string_view path, std::string_view column) {
  return {"bad_table", fmt::format("{}: column '{}' is missing", path, column)};
}

Error bad_row(std::string_view path, uint32_t line, std::string_view what) {
  return {"bad_table", fmt::format("{}:{}: {}", path, line, what)};
}

Error bad_input(std::string_view code, std::string_view what) {
  return {std::string(code), std::string(what)};
}

Error bad_model(std::string_view path, std::string_view why) {
  return {"model", fmt::format("{}: not usable: {}", path, why)};
}

Error store_slow(std::string_view path) {
  return {"too_long", fmt::format("{}: the question takes too long: ask for less", path)};
}

Error store_failed(std::string_view path, std::string_view what, std::string_view why) {
  return {"store", fmt::format("{}: {}: {}", path, what, why)};
}

}  // namespace demarche::errors
