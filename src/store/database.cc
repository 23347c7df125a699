// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include <sqlite3.h>

#include <filesystem>
#include <system_error>

#include "base/errors.h"

namespace demarche {
namespace {

// SQLite's reason, and the operating system's where it has one.
std::string reason_of(sqlite3* database) {
  if (database == nullptr) return "out of memory";
  std::string why = sqlite3_errmsg(database);
  const int code = sqlite3_errcode(database) & 0xFF;
  const int system = sqlite3_system_errno(database);
  const bool disk = code == SQLITE_CANTOPEN || code == SQLITE_IOERR || code == SQLITE_FULL;
  if (disk && system != 0) why += " (" + std::generic_category().message(system) + ")";
  return why;
}

}  // namespace

void Sql::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Sql::Sql(sqlite3* database, const std::string& path, std::string_view sql)
    : database_(database), path_(path) {
  sqlite3_stmt* statement = nullptr;
  const int size = static_cast<int>(sql.size());
  failed_ = sqlite3_prepare_v2(database, sql.data(), size, &statement, nullptr) != SQLITE_OK;
  statement_.reset(statement);
}

Sql& Sql::bind(std::string_view text) {
  const char* data = text.data() == nullptr ? "" : text.data();
  if (!failed_) {
    failed_ = sqlite3_bind_text64(statement_.get(), next_++, data, text.size(), SQLITE_TRANSIENT,
                                  SQLITE_UTF8) != SQLITE_OK;
  }
  return *this;
}

Sql& Sql::bind(int64_t number) {
  if (!failed_) failed_ = sqlite3_bind_int64(statement_.get(), next_++, number) != SQLITE_OK;
  return *this;
}

Sql& Sql::bind(double number) {
  if (!failed_) failed_ = sqlite3_bind_double(statement_.get(), next_++, number) != SQLITE_OK;
  return *this;
}

Sql& Sql::bind_null() {
  if (!failed_) failed_ = sqlite3_bind_null(statement_.get(), next_++) != SQLITE_OK;
  return *this;
}

Sql& Sql::bind_blob(std::string_view bytes) {
  const char* data = bytes.data() == nullptr ? "" : bytes.data();
  if (!failed_) {
    failed_ = sqlite3_bind_blob64(statement_.get(), next_++, data, bytes.size(),
                                  SQLITE_TRANSIENT) != SQLITE_OK;
  }
  return *this;
}

Result<bool> Sql::step() {
  if (!failed_) {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
  }
  if (sqlite3_errcode(database_) == SQLITE_INTERRUPT) return fail(errors::store_slow(path_));
  return fail(errors::store_failed(path_, "the store failed", reason_of(database_)));
}

Status Sql::run() {
  auto stepped = step();
  reset();
  if (!stepped) return fail(stepped.error());
  return {};
}

void Sql::reset() {
  sqlite3_reset(statement_.get());
  next_ = 1;
}

std::string Sql::text(int column) const {
  const void* data = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (data == nullptr || size <= 0) return {};
  return {static_cast<const char*>(data), static_cast<size_t>(size)};
}

int64_t Sql::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Sql::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

Result<Database> Database::open(const std::string& path, bool write) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    return fail(errors::store_failed(path, "cannot be opened as a store", "is a folder"));
  }
  Database database;
  database.path_ = path;
  const int flags = write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;
  sqlite3* raw = nullptr;
  int code = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
  if (code == SQLITE_CANTOPEN && !write) {  // a store that may only be read
    sqlite3_close_v2(raw);
    code = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr);
  }
  database.database_.reset(raw);
  if (code != SQLITE_OK) {
    return fail(errors::store_failed(path, "cannot be opened as a store", reason_of(raw)));
  }
  sqlite3_busy_timeout(raw, 10000);
  return database;
}

Sql Database::prepare(std::string_view sql) const { return {database_.get(), path_, sql}; }

Status Database::run(const char* sql) const {
  if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return fail(errors::store_failed(path_, "the store failed", reason_of(database_.get())));
}

void Database::limit_time(std::chrono::milliseconds most) {
  constexpr int kSteps = 10000;  // of SQLite's machine between two looks at the clock
  using Clock = std::chrono::steady_clock;
  if (!deadline_) deadline_ = std::make_unique<Clock::time_point>();
  *deadline_ = Clock::now() + most;
  const auto is_over = [](void* deadline) {
    return Clock::now() > *static_cast<Clock::time_point*>(deadline) ? 1 : 0;
  };
  sqlite3_progress_handler(database_.get(), kSteps, is_over, deadline_.get());
}

int64_t Database::last_id() const { return sqlite3_last_insert_rowid(database_.get()); }

Status Transaction::begin() {
  auto begun = database_.run("BEGIN IMMEDIATE");
  open_ = begun.has_value();
  return begun;
}

Status Transaction::commit() {
  auto committed = database_.run("COMMIT");
  if (committed) open_ = false;
  return committed;
}

Transaction::~Transaction() {
  if (open_) static_cast<void>(database_.run("ROLLBACK"));
}

}  // namespace demarche
