// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/stores.h"

namespace demarche::serve {

Result<Stores::Lent> Stores::lend() {
  std::unique_ptr<Store> store;
  {
    const std::lock_guard lock(mutex_);
    if (!free_.empty()) {
      store = std::move(free_.back());
      free_.pop_back();
    }
  }
  if (!store) {
    auto opened = Store::open(path_, false);
    if (!opened) return fail(opened.error());
    store = std::make_unique<Store>(std::move(*opened));
  }
  store->limit_time(question_time_);
  return Lent(*this, std::move(store));
}

void Stores::give_back(std::unique_ptr<Store> store) {
  constexpr size_t kMost = 16;
  const std::lock_guard lock(mutex_);
  if (free_.size() < kMost) free_.push_back(std::move(store));
}

}  // namespace demarche::serve
