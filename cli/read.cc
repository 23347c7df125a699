// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

#include "base/strings.h"
#include "format/csv.h"
#include "format/jsonl.h"
#include "format/layout.h"
#include "format/report.h"
#include "format/wording.h"
#include "inputs.h"
#include "output.h"
#include "progress.h"
#include "program.h"
#include "reading.h"
#include "verbs.h"

namespace demarche::cli {
namespace {

struct ReadOptions {
  ReadingOptions reading;
  std::vector<std::string> inputs;
  std::string format, into, keep_text = "yes";
  int jobs = 0;
  bool quiet = false;
};

// One input on its way through the pipeline.
struct Parcel {
  Result<Input> input;
  std::string where;    // its name for a message
  size_t left = 0;      // inputs behind it
  std::string printed;  // its record in the format asked for
  StoredDocument stored;
  std::string error;
};

// Documents of one transaction. A batch finds the signals of all that it touches again, so that a
// long run takes larger ones; what a killed run loses stays bounded.
size_t batch_size(size_t read) {
  constexpr size_t kLeast = 32, kMost = 256, kShare = 8;
  return std::clamp(read / kShare, kLeast, kMost);
}

std::string now_as_text() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const std::chrono::hh_mm_ss time{now - day};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", format_day(day), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

// The last stage: it sees the parcels in the order of the inputs.
class Output {
 public:
  Output(const ReadOptions& options, std::optional<Store> store, int64_t run)
      : options_(options),
        store_(std::move(store)),
        run_(run),
        // Where the records go to the terminal too, they show how far it is.
        progress_(!options.quiet && (options.format.empty() || isatty(STDOUT_FILENO) == 0)) {}

  void take(Parcel& parcel) {
    progress_.show(read_ + failed_, failed_, parcel.left);
    if (!parcel.error.empty()) {
      tell(parcel.error);
      ++failed_;
      return;
    }
    ++read_;
    if (!parcel.printed.empty() && output_good_) output_good_ = put(parcel.printed);
    look_for_takers();
    if (!store_) return;
    batch_.push_back(std::move(parcel.stored));
    if (batch_.size() >= batch_size(read_)) flush();
  }

  /// False where nothing that is read could be kept any more: the rest need not be read.
  [[nodiscard]] bool wants_more() const { return wants_more_; }

  int finish() {
    flush();
    progress_.hide();
    if (store_) {
      auto done = store_->finish_run(run_);
      auto counts = store_->counts();
      if (!done) say(done.error().message);
      if (!done || !counts) store_good_ = false;
      if (counts && !options_.quiet) {
        std::string words = fmt::format("{} read, {} failed", counted(read_, "document"), failed_);
        if (again_ > 0) words += fmt::format(", {} skipped: in the store already", again_);
        if (revisions_ > 0)
          words += fmt::format(", {} kept as {}", revisions_,
                               revisions_ == 1 ? "a new revision" : "new revisions");
        say(words);
        say(fmt::format("{} holds {}, {}: demarche signals {}", options_.into,
                        counted(counts->documents, "document"),
                        counted(counts->signals, "mixed signal"), options_.into));
      }
    }
    if (read_ + failed_ == 0 && output_good_ && !options_.quiet) {
      say("demarche: nothing to read in " + join(options_.inputs, ", "));
    }
    return failed_ == 0 && output_good_ && store_good_ ? kAllGood : kSomeFailed;
  }

 private:
  void tell(std::string_view words) {
    progress_.hide();
    say(words);
  }

  // What goes nowhere is not worth reading: no store, and an output that is closed.
  void look_for_takers() {
    const bool prints = !options_.format.empty() && output_good_;
    wants_more_ = prints || store_.has_value();
  }

  void flush() {
    if (!store_ || batch_.empty()) return;
    auto added = store_->add(batch_, run_, find_signals);
    if (!added) {
      tell(added.error().message);
      store_good_ = false;
      store_.reset();
      look_for_takers();
    } else {
      again_ += static_cast<size_t>(std::ranges::count(*added, Added::kAgain));
      revisions_ += static_cast<size_t>(std::ranges::count(*added, Added::kRevision));
    }
    batch_.clear();
  }

  const ReadOptions& options_;
  std::optional<Store> store_;
  int64_t run_;
  std::vector<StoredDocument> batch_;
  Progress progress_;
  size_t read_ = 0, failed_ = 0, again_ = 0, revisions_ = 0;
  std::atomic<bool> wants_more_ = true;  // asked by the thread that reads inputs
  bool output_good_ = true, store_good_ = true;
};

// How to ask why a row is there. What came through a pipe cannot be read again.
void append_question(std::string& out, const Reading& reading, const ReadOptions& options,
                     const ReportOptions& layout) {
  const RecordRow& record = reading.record;
  const std::string row = !record.statements.empty() ? record.statements.front().id
                          : !record.events.empty()   ? record.events.front().id
                                                     : "";
  const std::string document = short_id(record.id) + '#';
  if (row.empty() || (record.input.path == "-" && options.into.empty())) return;
  std::string command = "demarche explain ";
  if (!options.into.empty()) {
    command += shell_word(options.into) + ' ' + shell_word(document + row);
  } else {
    const bool alone = record.input.record == 0 && record.id.starts_with("sha256:");
    command += fmt::format("--of {}{} {}", shell_word(record.input.path), flags_of(options.reading),
                           shell_word((alone ? "" : document) + row));
  }
  // On one line, so that it can be copied.
  out += painted(printable(fmt::format("Why {}? {}", row, command)), Paint::kQuiet, layout);
  out += "\n\n";
}

void analyze_parcel(Parcel& parcel, const ReadOptions& options, const Program& program,
                    const ReportOptions& layout) {
  if (!parcel.input) {
    parcel.error = parcel.input.error().message;
    return;
  }
  auto reading = read_one(*parcel.input, program, options.format == "conllu");
  if (!reading) {
    parcel.error = fmt::format("{}: cannot be read: {}", parcel.where, reading.error().message);
    return;
  }
  if (options.format == "jsonl") append_jsonl(parcel.printed, reading->record);
  if (options.format == "csv") append_csv(parcel.printed, reading->record);
  if (options.format == "conllu") parcel.printed = std::move(reading->conllu);
  if (options.format == "report") {
    append_report(parcel.printed, reading->record, layout);
    append_question(parcel.printed, *reading, options, layout);
  }
  if (!options.into.empty()) parcel.stored = make_stored(*reading);
  parcel.input->bytes = {};
}

void run_pipeline(InputReader& inputs, const ReadOptions& options, const Program& program,
                  Output& output) {
  const auto cores = static_cast<int>(std::thread::hardware_concurrency());
  const int jobs = options.jobs > 0 ? options.jobs : std::max(1, cores);
  const auto width = static_cast<size_t>(jobs);
  const ReportOptions layout = report_options();
  namespace tbb = oneapi::tbb;
  const tbb::global_control workers(tbb::global_control::max_allowed_parallelism, width);
  using Held = std::shared_ptr<Parcel>;  // TBB copies what it hands on
  tbb::parallel_pipeline(
      2 * width,
      tbb::make_filter<void, Held>(
          tbb::filter_mode::serial_in_order,
          [&](tbb::flow_control& control) -> Held {
            auto input = output.wants_more() ? inputs.next() : std::nullopt;
            if (!input) {
              control.stop();
              return nullptr;
            }
            return std::make_shared<Parcel>(
                Parcel{std::move(*input), inputs.where(), inputs.left(), {}, {}, {}});
          }) &
          tbb::make_filter<Held, Held>(tbb::filter_mode::parallel,
                                       [&](Held parcel) {
                                         analyze_parcel(*parcel, options, program, layout);
                                         return parcel;
                                       }) &
          tbb::make_filter<Held, void>(tbb::filter_mode::serial_in_order,
                                       [&](const Held& parcel) { output.take(*parcel); }));
}

std::optional<int> check_names(ReadOptions& options) {
  if (auto status = check_reading_options(options.reading)) return status;
  const std::string& format = options.format;
  for (const char* later : {"plover", "gdelt", "parquet"}) {
    if (format == later) return comes_later("the format '" + format + "'");
  }
  const std::vector<std::string> formats = {"report", "jsonl", "conllu", "csv"};
  if (!format.empty() && std::find(formats.begin(), formats.end(), format) == formats.end()) {
    return unknown_name("format", format, formats);
  }
  if (options.keep_text != "yes" && options.keep_text != "no") {
    return unknown_name("answer", options.keep_text, {"yes", "no"});
  }
  if (options.format.empty() && options.into.empty()) options.format = "report";
  return std::nullopt;
}

int run_read(ReadOptions& options) {
  if (auto status = check_names(options)) return *status;
  const ReadingOptions& reading = options.reading;
  auto program = load_program(reading);
  if (!program) {
    say(program.error().message);
    return kSomeFailed;
  }
  std::optional<Store> store;
  int64_t run = 0;
  if (!options.into.empty()) {
    auto opened = Store::open(options.into, true, options.keep_text == "yes");
    if (!opened) {
      say(opened.error().message);
      return kSomeFailed;
    }
    const Coder& coder = program->coder;
    auto begun = opened->begin_run({.binary = coder.version,
                                    .model = coder.model,
                                    .data = coder.data,
                                    .config = coder.config,
                                    .started = now_as_text()});
    if (!begun) {
      say(begun.error().message);
      return kSomeFailed;
    }
    run = *begun;
    store = std::move(*opened);
  }
  InputReader inputs(options.inputs, kind_of(reading), reading.limits, options.into);
  Output output(options, std::move(store), run);
  if (options.format == "csv") put(csv_header());
  run_pipeline(inputs, options, *program, output);
  return output.finish();
}

}  // namespace

Verb make_read(CLI::App& app) {
  auto options = std::make_shared<ReadOptions>();  // lives as long as the verb
  CLI::App* verb =
      app.add_subcommand("read", "Read pages: files, folders, or - for standard input");
  verb->add_option("INPUT", options->inputs, "Files, folders, -")->required();
  add_reading_options(*verb, options->reading);
  verb->add_option("--format", options->format, "report (for a person), jsonl, conllu or csv")
      ->type_name("FORMAT");
  verb->add_option("--into", options->into, "Put the records into this store")->type_name("STORE");
  verb->add_option("--keep-text", options->keep_text, "Whether the store keeps texts: yes or no")
      ->type_name("ANSWER");
  verb->add_option("--jobs", options->jobs, "Pages read at a time")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  verb->add_flag("--quiet", options->quiet, "Errors only");
  verb->footer(
      "\nExamples:\n  demarche read --format jsonl page.html\n"
      "  demarche read --into news.store --date 2031-04-02 pages/");
  return {verb, [options] { return run_read(*options); }};
}

}  // namespace demarche::cli
