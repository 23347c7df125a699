// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <boost/asio/ip/address.hpp>
#include <chrono>
#include <ctime>
#include <memory>
#include <mutex>

#include "output.h"
#include "program.h"
#include "serve/server.h"
#include "serve/site.h"
#include "verbs.h"

namespace demarche::cli {
namespace {

struct ServeOptions {
  std::string store, address, token_file;
  int64_t port = 8080;
  bool public_read = false;
  ReadingOptions reading;
};

std::string now_in_words() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

/// Reads pages that are pasted: tables and models are loaded with the first one.
class PageReader {
 public:
  explicit PageReader(ReadingOptions options) : options_(std::move(options)) {}

  Result<std::string> read(const Input& input) {
    // One at a time, and nobody waits: who waits holds a thread that others are served by.
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (!lock) return fail({"busy", "another page is being read: try again in a moment"});
    if (!program_) {
      auto loaded = load_program(options_);
      if (!loaded) return fail(loaded.error());
      program_ = std::make_unique<Program>(std::move(*loaded));
    }
    auto reading = read_one(input, *program_);
    if (!reading) return fail(reading.error());
    std::string record;
    append_json(record, reading->record);
    return record;
  }

 private:
  ReadingOptions options_;
  std::mutex mutex_;
  std::unique_ptr<Program> program_;
};

int failed(const Error& error) {
  say(error.message);
  return kSomeFailed;
}

int wrong(const std::string& why) {
  say("demarche: " + why);
  return kWrongUsage;
}

void log_access(const serve::Access& access) {
  say(fmt::format("{} {} {} {} {} {} B {:.1f} ms", now_in_words(), access.peer, access.method,
                  access.target, access.status, access.bytes,
                  static_cast<double>(access.took.count()) / 1000));
}

Result<std::optional<serve::Tokens>> load_tokens(const std::string& path) {
  if (path.empty()) return std::optional<serve::Tokens>();
  auto tokens = serve::Tokens::load(path);
  if (!tokens) return fail(tokens.error());
  return std::optional(std::move(*tokens));
}

int run_serve(const ServeOptions& options) {
  constexpr int64_t kLastPort = 65535;
  if (options.port > kLastPort) return wrong("--port wants a number up to 65535");
  if (auto status = check_reading_options(options.reading)) return *status;
  const std::string address = options.address.empty() ? "127.0.0.1" : options.address;
  boost::system::error_code error;
  const auto parsed = boost::asio::ip::make_address(address, error);
  if (error) return wrong(fmt::format("--listen wants an IP address, not '{}'", address));
  const bool loopback = parsed.is_loopback();
  if (!loopback && options.token_file.empty() && !options.public_read)
    return wrong(fmt::format(
        "{} can be reached by others: give --token-file FILE, or --public-read to let them read",
        address));
  auto tokens = load_tokens(options.token_file);
  if (!tokens) return failed(tokens.error());
  if (auto store = open_store(options.store); !store) return failed(store.error());

  auto disputed = load_disputed(find_data_folder(), options.reading.overlays);
  if (!disputed) return failed(disputed.error());

  const auto reader = std::make_shared<PageReader>(options.reading);
  serve::SiteOptions site;
  site.api.store = options.store;
  site.api.version = DEMARCHE_VERSION;
  site.api.disputed = std::move(*disputed);
  site.api.now = now_in_words;
  site.api.read = [reader](const Input& input) { return reader->read(input); };
  site.tokens = std::move(*tokens);
  site.loopback = loopback;
  site.public_read = options.public_read;
  const auto pages = std::make_shared<serve::Site>(std::move(site));
  serve::Service service;
  service.admit = [pages](const serve::Request& request) { return pages->admit(request); };
  service.answer = [pages](const serve::Request& request) { return pages->answer(request); };
  service.log = log_access;
  auto server = serve::Server::bind(
      {.address = address, .port = static_cast<uint16_t>(options.port), .threads = 0, .limits = {}},
      std::move(service));
  if (!server) return failed(server.error());
  const std::string shown = parsed.is_v6() ? '[' + address + ']' : address;
  put(fmt::format("{} at http://{}:{}/ (Ctrl-C ends it)\n", options.store,
                  loopback && !parsed.is_v6() ? "localhost" : shown, server->port()));
  if (!finish_output()) return kSomeFailed;
  server->run();
  say("demarche: ended");
  return kAllGood;
}

}  // namespace

Verb make_serve(CLI::App& app) {
  auto options = std::make_shared<ServeOptions>();
  CLI::App* verb = app.add_subcommand("serve", "Shows a store in a browser; a JSON API below /api");
  verb->add_option("STORE", options->store, "A store made by read --into")->required();
  verb->add_option("--port", options->port, "Port; 0: any that is free")
      ->type_name("N")
      ->check(whole_number());
  verb->add_option("--listen", options->address,
                   "IP address, 127.0.0.1 where none is given; another one wants --token-file or "
                   "--public-read")
      ->type_name("ADDRESS");
  verb->add_option("--token-file", options->token_file,
                   "Who may read and write: lines of the SHA-256 of a token, its scopes (read, "
                   "write or read,write) and a name")
      ->type_name("FILE");
  verb->add_flag("--public-read", options->public_read, "Whoever reaches the address may read");
  add_knowledge_options(*verb, options->reading);
  verb->footer(
      "\nExample:\n  demarche serve news.store\n  curl 'localhost:8080/api/signals?limit=5'");
  return {verb, [options] { return run_serve(*options); }};
}

}  // namespace demarche::cli
