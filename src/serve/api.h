// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "actor/disputed.h"
#include "serve/routes.h"
#include "serve/stores.h"

namespace demarche::serve {

struct ApiOptions {
  std::string store;  ///< path
  std::chrono::milliseconds question_time{5000};
  /// Reads a page that a person pasted: the record as JSON. Empty: nothing is read here.
  std::function<Result<std::string>(const Input&)> read;
  std::function<std::string()> now;     ///< an ISO instant, for what is written
  std::string version;                  ///< of the program
  std::vector<DisputedPlace> disputed;  ///< what a map may say of places that sides claim
};

/// The JSON API over a store. All of it is a table of routes, from which the OpenAPI description is
/// made too. Thread-safe.
class Api {
 public:
  explicit Api(ApiOptions options);

  /// What one route is asked: its path's ids and the checked fields of the query.
  struct Call {
    const Request& request;
    Asked asked;
    std::vector<std::string> ids;
    std::string author;  ///< name of the token, or empty
  };
  struct Route {
    std::string_view method, path;  ///< "/api/signals/{id}"
    std::string_view doc;
    std::vector<Parameter> parameters;
    uint64_t body = 0;   ///< greatest body; 0: none
    bool write = false;  ///< changes the store
    Response (Api::*answer)(const Call&) const = nullptr;
  };
  /// The route of a request and the ids in its path; null where there is none. `allowed` gets the
  /// methods of the routes that have its path.
  [[nodiscard]] const Route* find(const Request& request, std::vector<std::string>& ids,
                                  std::vector<std::string>& allowed) const;
  [[nodiscard]] Response answer(const Request& request, const std::string& author) const;
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }
  [[nodiscard]] Response health() const;

 private:
  // api.cc
  Response index(const Call& call) const;
  Response openapi(const Call& call) const;
  Response status(const Call& call) const;
  Response read_page(const Call& call) const;
  // api_signals.cc
  Response signals(const Call& call) const;
  Response signal(const Call& call) const;
  Response issues(const Call& call) const;
  Response issue(const Call& call) const;
  Response overrides(const Call& call) const;
  Response add_override(const Call& call) const;
  // api_rows.cc
  Response documents(const Call& call) const;
  Response document(const Call& call) const;
  Response row(const Call& call) const;
  Response statements(const Call& call) const;
  Response events(const Call& call) const;
  Response map(const Call& call) const;
  Response disputed(const Call& call) const;
  Response actors(const Call& call) const;
  Response actor(const Call& call) const;
  Response search(const Call& call) const;
  Response table(const Call& call, const std::string& kind) const;

  static std::vector<Route> make_routes();

  ApiOptions options_;
  mutable Stores stores_;
  std::vector<Route> routes_;
};

/// The answer to a question that failed: 503 where the store is busy or the question too long.
Response failure(const Error& error);
/// The rows of one answer: "limit", at most 1000.
int64_t limit_of(const Asked& asked);

}  // namespace demarche::serve
