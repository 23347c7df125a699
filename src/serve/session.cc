// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/session.h"

#include <fmt/format.h>

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <exception>
#include <limits>

#include "base/strings.h"

namespace demarche::serve {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

constexpr uint64_t kSmallBody = 64U << 10U;

std::string text_of(beast::string_view view) { return {view.data(), view.size()}; }

/// Of "Application/JSON; charset=utf-8" the part before the semicolon.
std::string media_type(std::string_view header) {
  return to_lower_ascii(trim(header.substr(0, header.find(';'))));
}

std::string bearer_of(std::string_view header) {
  constexpr std::string_view kScheme = "bearer ";
  if (header.size() <= kScheme.size()) return {};
  if (to_lower_ascii(header.substr(0, kScheme.size())) != kScheme) return {};
  return std::string(trim(header.substr(kScheme.size())));
}

template <class Fields>
Request request_of(const Fields& head) {
  const auto field = [&](auto name) { return text_of(head[name]); };
  Request request;
  request.method = text_of(head.method_string());
  request.type = media_type(field(http::field::content_type));
  request.bearer = bearer_of(field(http::field::authorization));
  request.known = field(http::field::if_none_match);
  request.fetch_site = field("Sec-Fetch-Site");
  request.origin = field(http::field::origin);
  request.host = field(http::field::host);
  request.same_origin = field("X-Demarche");
  request.gzip = field(http::field::accept_encoding).find("gzip") != std::string::npos;
  return request;
}

}  // namespace

Session::Session(asio::ip::tcp::socket socket, std::shared_ptr<Shared> shared)
    : socket_(std::move(socket)),
      timer_(socket_.get_executor()),
      shared_(std::move(shared)),
      buffer_(shared_->limits.header_bytes + kSmallBody) {
  beast::error_code ignored;
  const auto peer = socket_.remote_endpoint(ignored);
  if (!ignored) peer_ = peer.address().to_string();
  const std::lock_guard lock(shared_->mutex);
  shared_->sessions.insert(this);
}

Session::~Session() {
  if (large_) --shared_->large_bodies;
  const std::lock_guard lock(shared_->mutex);
  shared_->sessions.erase(this);
}

void Session::start() {
  asio::dispatch(socket_.get_executor(), [self = shared_from_this()] { self->read_header(); });
}

void Session::finish() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    if (self->waiting_) self->close();
  });
}

void Session::wait(std::chrono::milliseconds time) {
  late_ = false;
  timer_.expires_after(time);
  timer_.async_wait([self = shared_from_this()](beast::error_code error) {
    // A timer that was set anew in the meantime has not ended.
    if (error || self->timer_.expiry() > std::chrono::steady_clock::now()) return;
    self->late_ = true;
    beast::error_code ignored;
    self->socket_.cancel(ignored);
  });
}

void Session::read_header() {
  parser_.emplace();
  parser_->header_limit(shared_->limits.header_bytes);
  parser_->body_limit(std::numeric_limits<uint64_t>::max());  // told once the header is read
  request_ = {};
  waiting_ = buffer_.size() == 0;
  wait(waiting_ ? shared_->limits.idle_time : shared_->limits.header_time);
  if (!waiting_) return read_rest_of_header();
  // The time of a header begins with its first byte.
  socket_.async_read_some(buffer_.prepare(4096),
                          [self = shared_from_this()](beast::error_code error, size_t bytes) {
                            self->buffer_.commit(bytes);
                            if (error) return self->close();
                            self->waiting_ = false;
                            self->wait(self->shared_->limits.header_time);
                            self->read_rest_of_header();
                          });
}

void Session::read_rest_of_header() {
  began_ = std::chrono::steady_clock::now();
  http::async_read_header(
      socket_, buffer_, *parser_,
      [self = shared_from_this()](beast::error_code error, size_t) { self->on_header(error); });
}

void Session::on_header(beast::error_code error) {
  if (error) return refuse(error);
  request_ = request_of(parser_->get());
  auto target = read_target(text_of(parser_->get().target()));
  if (!target) return answer(problem(400, target.error().message), true);
  request_.target = std::move(*target);
  constexpr int kHttp10 = 10, kHttp11 = 11;
  if (parser_->get().version() != kHttp11 && parser_->get().version() != kHttp10)
    return answer(problem(505, "the server speaks HTTP/1.1"), true);
  // A body of any other coding has an end that nobody knows: what follows would be read as a
  // request.
  if (parser_->get().count(http::field::transfer_encoding) > 0 && !parser_->chunked())
    return answer(problem(400, "the only transfer coding here is chunked"), true);
  const auto most = shared_->service.admit(request_);
  const bool bodiless = parser_->content_length().value_or(0) == 0 && !parser_->chunked();
  if (!most) return answer(most.error(), !bodiless || !parser_->get().keep_alive());
  if (bodiless) return on_body({});
  if (*most == 0) return answer(problem(413, "this request takes no body"), true);
  read_body(*most);
}

void Session::read_body(uint64_t most) {
  const auto length = parser_->content_length();
  if (length && *length > most) return refuse(http::error::body_limit);
  if (!length || *length > kSmallBody) {
    if (++shared_->large_bodies > shared_->limits.large_bodies) {
      --shared_->large_bodies;
      return answer(problem(503, "too many long requests at once; try again"), true);
    }
    large_ = true;
  }
  parser_->body_limit(most);
  wait(shared_->limits.body_time);
  http::async_read(
      socket_, buffer_, *parser_,
      [self = shared_from_this()](beast::error_code error, size_t) { self->on_body(error); });
}

void Session::on_body(beast::error_code error) {
  if (error) return refuse(error);
  request_.body = std::move(parser_->get().body());
  timer_.cancel();
  const bool close = !parser_->get().keep_alive() || shared_->stopping;
  Response response;
  try {
    response = shared_->service.answer(request_);
  } catch (const std::exception&) {  // out of memory, or a defect: the others are served on
    response = problem(500, "the server failed at this request");
  }
  if (large_) --shared_->large_bodies;
  large_ = false;
  request_.body = {};
  answer(std::move(response), close);
}

/// Why a request could not be read, as far as the client still listens.
void Session::refuse(beast::error_code error) {
  const auto& limits = shared_->limits;
  if (late_) return answer(problem(408, "the request did not come in time"), true);
  if (error == http::error::header_limit)
    return answer(
        problem(431, fmt::format("the header is longer than {} bytes", limits.header_bytes)), true);
  if (error == http::error::body_limit)
    return answer(problem(413, "the body is longer than this request takes"), true);
  if (error.category() == make_error_code(http::error::bad_method).category() &&
      error != http::error::end_of_stream && error != http::error::partial_message)
    return answer(problem(400, "this is no HTTP/1.1: " + error.message()), true);
  close();
}

void Session::answer(Response response, bool close) {
  harden(response);
  response_.emplace();
  response_->version(11);
  response_->result(response.status);
  response_->reason(std::string(reason_of(response.status)));
  for (const auto& [name, value] : response.headers) response_->insert(name, value);
  const bool bodiless = response.status == 304 || response.status == 204;
  if (!bodiless) response_->set(http::field::content_type, response.type);
  response_->set(http::field::server, "demarche");
  response_->keep_alive(!close);
  log(response);
  const size_t length = response.body.size();
  response_->body() = request_.method == "HEAD" ? std::string() : std::move(response.body);
  if (!bodiless) response_->content_length(length);
  wait(shared_->limits.write_time);
  http::async_write(socket_, *response_,
                    [self = shared_from_this(), close](beast::error_code error, size_t) {
                      if (error && error != http::error::end_of_stream) return self->close();
                      self->on_written(close);
                    });
}

void Session::on_written(bool close) {
  response_.reset();
  if (!close) return read_header();
  // What the client still sends is read and thrown away for a moment: a connection that is closed
  // over unread bytes is reset, and its answer lost.
  beast::error_code ignored;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  constexpr std::chrono::milliseconds kLinger{2000};
  wait(kLinger);
  drain();
}

void Session::drain() {
  constexpr size_t kMost = 64U << 20U;
  buffer_.consume(buffer_.size());
  socket_.async_read_some(buffer_.prepare(kSmallBody),
                          [self = shared_from_this()](beast::error_code error, size_t bytes) {
                            self->drained_ += bytes;
                            if (error || self->drained_ > kMost) return self->close();
                            self->drain();
                          });
}

void Session::close() {
  timer_.cancel();
  beast::error_code ignored;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
  socket_.close(ignored);
}

void Session::log(const Response& response) const {
  if (!shared_->service.log) return;
  const auto took = std::chrono::steady_clock::now() - began_;
  shared_->service.log({.peer = peer_,
                        .method = request_.method,
                        .target = parser_ ? text_of(parser_->get().target()) : std::string(),
                        .status = response.status,
                        .bytes = response.body.size(),
                        .took = std::chrono::duration_cast<std::chrono::microseconds>(took)});
}

}  // namespace demarche::serve
