// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/server.h"

#include <gtest/gtest.h>

#include <boost/asio.hpp>
#include <thread>

namespace demarche::serve {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

/// A server on a free port of the loopback that says back what it was asked.
class Served {
 public:
  explicit Served(const ServerLimits& limits = {})
      : server_(*Server::bind({.port = 0, .threads = 2, .limits = limits}, service())),
        thread_([this] { server_.run(); }) {}
  ~Served() {
    server_.stop();
    thread_.join();
  }
  [[nodiscard]] uint16_t port() const { return server_.port(); }
  void stop() { server_.stop(); }

 private:
  static Service service() {
    Service service;
    service.admit = [](const Request& request) -> tl::expected<uint64_t, Response> {
      if (request.target.path == std::vector<std::string>{"no"})
        return tl::make_unexpected(problem(403, "not for you"));
      return request.method == "POST" ? uint64_t{1} << 20U : 0;
    };
    service.answer = [](const Request& request) {
      if (request.target.field("fail")) throw std::runtime_error("a defect");
      Response response;
      response.type = "text/plain";
      response.body = request.method + " " + std::to_string(request.target.path.size()) + " " +
                      std::to_string(request.body.size());
      return response;
    };
    return service;
  }

  Server server_;
  std::thread thread_;
};

/// One connection to it.
class Client {
 public:
  explicit Client(uint16_t port) : socket_(io_) {
    socket_.connect({asio::ip::make_address("127.0.0.1"), port});
  }
  Client& send(std::string_view bytes) {
    boost::system::error_code ignored;
    asio::write(socket_, asio::buffer(bytes.data(), bytes.size()), ignored);
    return *this;
  }
  /// All that comes until the server closes.
  std::string rest() {
    std::string all;
    boost::system::error_code ignored;
    asio::read(socket_, asio::dynamic_buffer(all), ignored);
    return all;
  }
  /// One answer that has a body of this text at its end.
  std::string until(std::string_view end) {
    std::string all;
    boost::system::error_code ignored;
    asio::read_until(socket_, asio::dynamic_buffer(all), std::string(end), ignored);
    return all;
  }

 private:
  asio::io_context io_;
  tcp::socket socket_;
};

std::string ask(uint16_t port, std::string_view bytes) { return Client(port).send(bytes).rest(); }

void expect_status(const std::string& answer, int status) {
  EXPECT_EQ(answer.substr(0, 13), "HTTP/1.1 " + std::to_string(status) + " ") << answer;
}

constexpr std::string_view kClose = "Host: localhost\r\nConnection: close\r\n\r\n";
std::string get(std::string_view target) {
  return "GET " + std::string(target) + " HTTP/1.1\r\n" + std::string(kClose);
}

TEST(Server, AnswersAndKeepsTheConnection) {
  const Served served;
  Client client(served.port());
  for (int i = 0; i < 3; ++i) {
    const std::string answer =
        client.send("GET /a/b HTTP/1.1\r\nHost: localhost\r\n\r\n").until("GET 2 0");
    expect_status(answer, 200);
    EXPECT_NE(answer.find("Content-Security-Policy: default-src 'none'"), std::string::npos);
    EXPECT_NE(answer.find("X-Content-Type-Options: nosniff"), std::string::npos);
  }
  // Two at once, and the second asks to close.
  const std::string both =
      client.send("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/a/b/c")).rest();
  EXPECT_NE(both.find("GET 1 0"), std::string::npos);
  EXPECT_NE(both.find("GET 3 0"), std::string::npos);
}

TEST(Server, TakesBodiesOfKnownAndUnknownLength) {
  const Served served;
  const std::string head = "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
  EXPECT_NE(ask(served.port(), head + "Content-Length: 5\r\n\r\nhello").find("POST 0 5"),
            std::string::npos);
  EXPECT_NE(ask(served.port(), head + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n"
                                      "0\r\n\r\n")
                .find("POST 0 7"),
            std::string::npos);
  const std::string large(900000, 'x');
  EXPECT_NE(ask(served.port(), head + "Content-Length: 900000\r\n\r\n" + large).find("900000"),
            std::string::npos);
  expect_status(ask(served.port(), head + "Content-Length: 2000000\r\n\r\n"), 413);
  std::string chunks;
  for (int i = 0; i < 40; ++i) chunks += "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
  expect_status(ask(served.port(), head + "Transfer-Encoding: chunked\r\n\r\n" + chunks), 413);
  expect_status(
      ask(served.port(), "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc"), 413);
}

TEST(Server, RefusesWhatIsNoRequest) {
  const Served served;
  expect_status(ask(served.port(), "hello\r\n\r\n"), 400);
  expect_status(ask(served.port(), get("/../etc")), 400);
  expect_status(ask(served.port(), get("/%00")), 400);
  expect_status(ask(served.port(), get("/%ff")), 400);
  expect_status(ask(served.port(), "GET / HTTP/1.1\r\nA: " + std::string(40000, 'x')), 431);
  expect_status(ask(served.port(), "GET /" + std::string(40000, 'x')), 431);
  expect_status(ask(served.port(), get("/no")), 403);
  expect_status(ask(served.port(), get("/?fail=1")), 500);
  const std::string head = ask(served.port(), "HEAD /a HTTP/1.1\r\n" + std::string(kClose));
  expect_status(head, 200);
  EXPECT_TRUE(head.ends_with("\r\n\r\n")) << head;
  EXPECT_NE(head.find("Content-Length: 8"), std::string::npos) << head;
}

TEST(Server, CutsSlowClientsOffAndServesOthers) {
  ServerLimits limits;
  limits.header_time = limits.body_time = std::chrono::milliseconds(300);
  limits.idle_time = std::chrono::milliseconds(300);
  const Served served(limits);
  std::vector<std::unique_ptr<Client>> slow;
  for (int i = 0; i < 200; ++i) {
    slow.push_back(std::make_unique<Client>(served.port()));
    slow.back()->send(i % 2 == 0 ? "GET / HT" : "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc");
  }
  expect_status(ask(served.port(), get("/")), 200);
  for (const auto& client : slow) expect_status(client->rest(), 408);
  EXPECT_EQ(Client(served.port()).rest(), "");  // who says nothing gets nothing
}

TEST(Server, TakesSoManyConnectionsAndNoMore) {
  ServerLimits limits;
  limits.connections = 8;
  const Served served(limits);
  std::vector<std::unique_ptr<Client>> open;
  for (int i = 0; i < 8; ++i) {
    open.push_back(std::make_unique<Client>(served.port()));
    open.back()->send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").until("GET 0 0");
  }
  EXPECT_EQ(Client(served.port()).rest(), "");
  open.clear();
  for (int i = 0; i < 100; ++i) {
    if (ask(served.port(), get("/")).starts_with("HTTP/1.1 200")) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  ADD_FAILURE() << "the places of closed connections did not come free";
}

TEST(Server, EndsWithConnectionsOpen) {
  auto served = std::make_unique<Served>();
  Client idle(served->port()), talking(served->port());
  talking.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").until("GET 0 0");
  const auto begin = std::chrono::steady_clock::now();
  served.reset();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
  EXPECT_EQ(idle.rest(), "");
}

TEST(Server, SaysThatAPortIsTaken) {
  const Served served;
  const auto second = Server::bind({.port = served.port()}, {});
  ASSERT_FALSE(second);
  EXPECT_NE(second.error().message.find("port " + std::to_string(served.port())),
            std::string::npos);
  EXPECT_FALSE(Server::bind({.address = "nowhere"}, {}));
}

}  // namespace
}  // namespace demarche::serve
