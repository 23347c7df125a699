// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is server.h.

#include <atomic>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>

#include "serve/server.h"

namespace demarche::serve {

class Session;

/// What the connections of one server share.
struct Shared {
  ServerLimits limits;
  Service service;
  std::atomic<uint32_t> large_bodies{0};
  std::atomic<bool> stopping{false};
  std::mutex mutex;
  std::unordered_set<Session*> sessions;  // under the mutex; each holds itself alive
};

/// One connection: reads a request, answers it, reads the next. All steps run one after another on
/// its own strand.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(boost::asio::ip::tcp::socket socket, std::shared_ptr<Shared> shared);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void start();
  /// Closes it where it waits for a request, else once its answer is out. From any thread.
  void finish();

 private:
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

  void read_header();
  void read_rest_of_header();
  void on_header(boost::beast::error_code error);
  void read_body(uint64_t most);
  void on_body(boost::beast::error_code error);
  void refuse(boost::beast::error_code error);
  void answer(Response response, bool close);
  void on_written(bool close);
  void drain();
  void close();
  void wait(std::chrono::milliseconds time);
  void log(const Response& response) const;

  boost::asio::ip::tcp::socket socket_;
  boost::asio::steady_timer timer_;
  std::shared_ptr<Shared> shared_;
  std::string peer_;
  boost::beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  Request request_;
  std::optional<boost::beast::http::response<boost::beast::http::string_body>> response_;
  std::chrono::steady_clock::time_point began_;
  size_t drained_ = 0;
  bool waiting_ = false;  // for the first byte of a request
  bool late_ = false;     // the time is over
  bool large_ = false;    // it holds one of the places for large bodies
};

}  // namespace demarche::serve
