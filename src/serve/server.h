// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "serve/message.h"

namespace demarche::serve {

/// What one client may take of the machine.
struct ServerLimits {
  uint32_t header_bytes = 16U << 10U;
  uint32_t connections = 1024;  ///< more are closed at once
  uint32_t large_bodies = 8;    ///< of more than 64 KiB, or of unknown length, at one time
  std::chrono::milliseconds header_time{10'000};  ///< from the first byte to the last of a header
  std::chrono::milliseconds body_time{30'000};
  std::chrono::milliseconds write_time{30'000};
  std::chrono::milliseconds idle_time{30'000};  ///< between two requests
  std::chrono::milliseconds stop_time{5'000};   ///< that open requests have when the server stops
};

/// One answered request, for an access log.
struct Access {
  std::string peer, method, target;
  unsigned status = 0;
  uint64_t bytes = 0;
  std::chrono::microseconds took{0};
};

struct ServerOptions {
  std::string address = "127.0.0.1";  ///< IPv4 or IPv6
  uint16_t port = 8080;               ///< 0: any that is free
  unsigned threads = 0;               ///< 0: as many as the machine has, at least four
  ServerLimits limits;
};

/// What a server answers. Both are called from several threads at once.
struct Service {
  /// Looks at a request before its body is read: the greatest body that it may have, or why it is
  /// refused.
  std::function<tl::expected<uint64_t, Response>(const Request&)> admit;
  Handler answer;
  std::function<void(const Access&)> log;  ///< may be empty
};

/// An HTTP/1.1 server over TCP (RFC 9112): keep-alive, bounds in bytes, connections and time.
/// Whatever a client sends, it gets an answer of the right status or is cut off, and others are
/// served.
class Server {
 public:
  /// Fails where the address is none or the port is taken.
  static Result<Server> bind(const ServerOptions& options, Service service);
  ~Server();
  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;

  [[nodiscard]] uint16_t port() const;
  /// Serves until `stop` is called, or SIGINT or SIGTERM comes; then no more connections are taken.
  /// Answers that are not out after stop_time are cut off; a second signal ends the program.
  void run();
  /// From any thread.
  void stop();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace demarche::serve
