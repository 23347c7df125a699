// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace demarche {

/// One prepared statement. Values are bound, never pasted into the SQL.
class Sql {
 public:
  Sql(sqlite3* database, const std::string& path, std::string_view sql);
  Sql& bind(std::string_view text);
  Sql& bind(int64_t number);
  Sql& bind(double number);
  Sql& bind_null();
  Sql& bind_blob(std::string_view bytes);

  /// True on a row, false at the end.
  Result<bool> step();
  /// Runs a statement without rows and makes it ready for the next values.
  Status run();
  /// Makes it ready for the next values.
  void reset();
  [[nodiscard]] std::string text(int column) const;  ///< of a text or a blob
  [[nodiscard]] int64_t number(int column) const;
  [[nodiscard]] double real(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  sqlite3* database_;
  std::string path_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int next_ = 1;
  bool failed_ = false;
};

/// An open SQLite file.
class Database {
 public:
  static Result<Database> open(const std::string& path, bool write);
  [[nodiscard]] Sql prepare(std::string_view sql) const;
  Status run(const char* sql) const;  ///< fixed SQL, one or more statements
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] int64_t last_id() const;
  /// Statements that take longer than this from now on, one by one or together, fail.
  void limit_time(std::chrono::milliseconds most);

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::string path_;
  std::unique_ptr<std::chrono::steady_clock::time_point> deadline_;  // its place must not move
  std::unique_ptr<sqlite3, Close> database_;
};

/// A transaction: rolled back where it goes out of scope before `commit`.
class Transaction {
 public:
  explicit Transaction(const Database& database) : database_(database) {}
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Status begin();
  Status commit();

 private:
  const Database& database_;
  bool open_ = false;
};

}  // namespace demarche
