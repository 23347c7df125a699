// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/server.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/strand.hpp>
#include <csignal>
#include <thread>
#include <vector>

#include "base/errors.h"
#include "serve/session.h"

namespace demarche::serve {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

struct Server::State {
  State(const ServerOptions& options, Service service)
      : threads(options.threads),
        acceptor(strand),
        signals(strand),
        pause(strand),
        deadline(strand) {
    shared->limits = options.limits;
    shared->service = std::move(service);
    constexpr unsigned kFewest = 4;
    if (threads == 0) threads = std::max(kFewest, std::thread::hardware_concurrency());
  }

  Status open(const ServerOptions& options) {
    error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error)
      return fail(
          errors::bad_input("address", fmt::format("{}: is no IP address", options.address)));
    const tcp::endpoint endpoint(address, options.port);
    const auto step = [&](const error_code& failed) { return !failed; };
    acceptor.open(endpoint.protocol(), error);
    if (step(error)) acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (step(error)) acceptor.bind(endpoint, error);
    if (step(error)) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (!error) return {};
    return fail(
        errors::bad_input("address", fmt::format("{} port {}: cannot be listened at: {}",
                                                 options.address, options.port, error.message())));
  }

  void accept() {
    acceptor.async_accept(asio::make_strand(io), [this](error_code error, tcp::socket socket) {
      if (!acceptor.is_open()) return;
      if (error) return rest();  // out of descriptors: some come free
      if (open_sessions() < shared->limits.connections)
        std::make_shared<Session>(std::move(socket), shared)->start();
      accept();
    });
  }

  void rest() {
    constexpr std::chrono::milliseconds kPause{50};
    pause.expires_after(kPause);
    pause.async_wait([this](error_code error) {
      if (!error && acceptor.is_open()) accept();
    });
  }

  size_t open_sessions() {
    const std::lock_guard lock(shared->mutex);
    return shared->sessions.size();
  }

  void stop() {
    if (shared->stopping.exchange(true)) return;
    error_code ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    signals.clear(ignored);  // the second Ctrl-C ends the program at once
    pause.cancel();
    finish_sessions();
    // Who has not ended by then is cut off.
    deadline.expires_after(shared->limits.stop_time);
    deadline.async_wait([this](error_code error) {
      if (!error) io.stop();
    });
    watch();
  }

  /// A session that ends while it is asked to is not met: its shared pointer is gone.
  void finish_sessions() {
    std::vector<std::shared_ptr<Session>> open;
    {
      const std::lock_guard lock(shared->mutex);
      for (Session* session : shared->sessions)
        if (auto held = session->weak_from_this().lock()) open.push_back(std::move(held));
    }
    for (const auto& session : open) session->finish();
  }

  /// Ends the wait for the deadline with the last session.
  void watch() {
    constexpr std::chrono::milliseconds kOften{20};
    pause.expires_after(kOften);
    pause.async_wait([this](error_code error) {
      if (error) return;
      if (open_sessions() == 0) {
        deadline.cancel();
        return;
      }
      finish_sessions();
      watch();
    });
  }

  asio::io_context io;
  asio::strand<asio::io_context::executor_type> strand = asio::make_strand(io);
  unsigned threads;
  tcp::acceptor acceptor;
  asio::signal_set signals;
  asio::steady_timer pause, deadline;
  std::shared_ptr<Shared> shared = std::make_shared<Shared>();
};

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::~Server() = default;
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;

Result<Server> Server::bind(const ServerOptions& options, Service service) {
  auto state = std::make_unique<State>(options, std::move(service));
  if (auto opened = state->open(options); !opened) return fail(opened.error());
  return Server(std::move(state));
}

uint16_t Server::port() const {
  error_code ignored;
  return state_->acceptor.local_endpoint(ignored).port();
}

void Server::run() {
  State& state = *state_;
  state.signals.add(SIGINT);
  state.signals.add(SIGTERM);
  state.signals.async_wait([&state](error_code error, int) {
    if (!error) state.stop();
  });
  asio::post(state.strand, [&state] { state.accept(); });
  std::vector<std::thread> pool;
  for (unsigned i = 1; i < state.threads; ++i) pool.emplace_back([&state] { state.io.run(); });
  state.io.run();
  for (auto& thread : pool) thread.join();
}

void Server::stop() {
  asio::post(state_->strand, [state = state_.get()] { state->stop(); });
}

}  // namespace demarche::serve
