// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/store.h"

namespace demarche::serve {

/// Open connections to one store, lent to one request at a time each.
class Stores {
 public:
  Stores(std::string path, std::chrono::milliseconds question_time)
      : path_(std::move(path)), question_time_(question_time) {}

  /// A connection that goes back when it goes out of scope.
  class Lent {
   public:
    Lent(Stores& home, std::unique_ptr<Store> store) : home_(&home), store_(std::move(store)) {}
    ~Lent() {
      if (store_) home_->give_back(std::move(store_));
    }
    Lent(Lent&&) = default;
    Lent& operator=(Lent&&) = delete;
    Store& operator*() const { return *store_; }
    Store* operator->() const { return store_.get(); }

   private:
    Stores* home_;
    std::unique_ptr<Store> store_;
  };

  /// Fails where the store is gone, of another version, or locked.
  Result<Lent> lend();

 private:
  void give_back(std::unique_ptr<Store> store);

  std::string path_;
  std::chrono::milliseconds question_time_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Store>> free_;
};

}  // namespace demarche::serve
