// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/word_model.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>

#include "base/errors.h"
#include "base/sha256.h"
#include "base/strings.h"

namespace demarche {
namespace {

constexpr size_t kRowsAtOnce = 192;  // pieces that pass the encoder together: what the caches hold
constexpr uint32_t kMostLabels = 20000;
constexpr int kMostLayers = 8;  // of a head

// Arcs and relations score words against words: rows of 1 + words of each sentence.
struct Nodes {
  size_t first = 0, count = 0;  // in rows of WordVectors::nodes
};

template <typename Parts, typename Use>
void for_nodes(const Parts& parts, Use use) {
  size_t row = 0;
  for (const auto& part : parts) {
    const size_t count = 1 + part.last - part.first;
    use(part, Nodes{row, count});
    row += count;
  }
}

// The words of a part one behind another, without the roots.
template <typename Parts>
void gather_words(const Parts& parts, const std::vector<float>& nodes, size_t width,
                  std::vector<float>& out) {
  out.clear();
  for_nodes(parts, [&](const auto&, Nodes rows) {
    const float* from = nodes.data() + (rows.first + 1) * width;
    out.insert(out.end(), from, from + (rows.count - 1) * width);
  });
}

// Of a model with wild numbers a score may be none or without end, of which no tree can be made.
float within_reach(float score) {
  constexpr float kMost = 1e20F;
  if (score < kMost) return score > -kMost ? score : -kMost;
  return score >= kMost ? kMost : -kMost;
}

uint16_t top_of(const float* scores, size_t count) {
  return static_cast<uint16_t>(std::max_element(scores, scores + count) - scores);
}

}  // namespace

Result<WordModel> WordModel::make(const ModelFile& file, std::string_view path) {
  ArrayReader reader(file, path);
  const auto bad = [&](std::string_view why) { return fail(errors::bad_model(path, why)); };
  if (file.kind != "language") return bad("a model of another kind: " + file.kind);
  WordModel model;
  model.hash_ = model.model_hash_ = file.hash;
  model.name_ = reader.text("name");
  auto pieces = WordPieces::make(reader.text("vocabulary"), path);
  if (!pieces) return fail(pieces.error());
  const auto begin = pieces->find("[CLS]");
  const auto end = pieces->find("[SEP]");
  if (!begin || !end) return bad("its vocabulary has no marks of sentences");
  const PieceMarks marks{.begin = *begin,
                         .end = *end,
                         .pieces = static_cast<uint32_t>(pieces->size()),
                         .shapes = kWordShapes};
  model.pieces_ = std::make_shared<const WordPieces>(std::move(*pieces));
  model.encoder_ = read_encoder(reader, marks);
  if (model.encoder_ == nullptr) return fail(reader.finish().error());
  if (reader.good() && model.encoder_->most_pieces() < WordPieces::kMostPieces)
    return bad("its encoder has no room for a long word");
  const auto width = static_cast<uint32_t>(model.encoder_->width());
  auto heads = read_heads(reader, width);
  if (!heads) return bad(heads.error().message);
  model.relations_ = reader.lines("labels.relations");
  if (model.relations_.empty()) return bad("no relations");
  model.arc_from_ = Linear::read(reader, "arcs.from", width);
  model.arc_to_ = Linear::read(reader, "arcs.to", width);
  const auto arc = static_cast<uint32_t>(model.arc_to_.matrix.outputs);
  if (model.arc_from_.matrix.outputs != arc) reader.complain("arcs of two sizes");
  model.arc_ = Linear::read(reader, "arcs.matrix", arc, arc);
  model.relation_from_ = Linear::read(reader, "relations.from", width);
  model.relation_to_ = Linear::read(reader, "relations.to", width);
  const auto relation = static_cast<uint32_t>(model.relation_to_.matrix.outputs);
  if (model.relation_from_.matrix.outputs != relation) reader.complain("relations of two sizes");
  const auto padded =
      static_cast<uint32_t>((model.relations_.size() + kLanes - 1) / kLanes * kLanes);
  model.relation_ = Linear::read(reader, "relations.matrix", relation, relation * padded);
  model.relation_bias_ = Linear::read(reader, "relations.linear", 2 * relation, padded);
  model.sentence_ = Linear::read(reader, "sentence", width);
  if (!model.lemmas_.make(reader.lines("lemmas"))) reader.complain("a broken line of lemmas");
  if (const auto done = reader.finish(); !done) return fail(done.error());
  if (auto done = model.use_heads(std::move(*heads)); !done) return bad(done.error().message);
  model.use(instruction_sets().back());
  return model;
}

// What is asked of the heads that the program itself reads. Nothing is changed after an error.
Result<void> WordModel::use_heads(std::vector<Head> heads) {
  const auto bad = [](std::string why) { return fail(Error{.message = std::move(why)}); };
  std::vector<LemmaScript> scripts;
  const auto found = std::ranges::find(heads, "scripts", &Head::name);
  if (found != heads.end()) {
    if (found->spans) return bad("lemma scripts as spans");
    for (const std::string& line : found->labels) {
      if (!LemmaScript::parse(line, scripts.emplace_back()))
        return bad("a lemma script that is none: " + line);
    }
  }
  const auto names = std::ranges::find(heads, "names", &Head::name);
  if (names != heads.end() && !names->spans) return bad("names that are no spans");
  scripts_head_ = static_cast<size_t>(found - heads.begin());
  scripts_ = std::move(scripts);
  heads_ = std::move(heads);
  const auto root = std::ranges::find(relations_, "root");
  root_ = static_cast<uint16_t>(root - relations_.begin());
  return {};
}

// Lines NAME KIND [LAYERS]. The message of an error is for a longer one.
Result<std::vector<WordModel::Head>> WordModel::read_heads(ArrayReader& reader, uint32_t width) {
  const auto bad = [](std::string why) { return fail(Error{.message = std::move(why)}); };
  std::vector<Head> heads;
  for (const std::string& line : reader.lines("heads")) {
    const auto parts = split(line, ' ');
    if (parts.size() < 2 || parts.size() > 3 || (parts[1] != "label" && parts[1] != "span"))
      return bad("a head that is neither of labels nor of spans: " + line);
    Head head{.name = std::string(parts[0]), .spans = parts[1] == "span"};
    head.labels = reader.lines("labels." + head.name);
    if (head.labels.empty() || head.labels.size() > kMostLabels)
      return bad("the labels of head '" + head.name + "' are missing or too many");
    if (head.spans && !head.path.make(head.labels))
      return bad("the labels of head '" + head.name + "' are not of spans");
    const std::string name = "heads." + head.name;
    const int layers = parts.size() < 3 ? 0 : parse_int(parts[2]).value_or(-1);
    if (layers < 0 || layers > kMostLayers || (layers > 0 && !may_recur(width)))
      return bad("a head with layers that the program cannot run: " + line);
    for (int i = 0; i < layers; ++i)
      head.layers.push_back(
          RecurrentLayer::read(reader, name + ".layers." + std::to_string(i), width));
    head.layer = Linear::read(reader, name, width, static_cast<uint32_t>(head.labels.size()));
    heads.push_back(std::move(head));
  }
  return heads;
}

Result<void> WordModel::add_heads(const ModelFile& file, std::string_view path) {
  ArrayReader reader(file, path);
  const auto bad = [&](std::string_view why) { return fail(errors::bad_model(path, why)); };
  if (file.kind != "language-heads") return bad("a model of another kind: " + file.kind);
  if (reader.text("of") != model_hash_) return bad("its heads were trained over another model");
  auto heads = read_heads(reader, static_cast<uint32_t>(encoder_->width()));
  if (!heads) return bad(heads.error().message);
  if (auto done = reader.finish(); !done) return done;
  std::vector<Head> all = heads_;
  for (Head& head : *heads) {
    const auto old = std::ranges::find(all, head.name, &Head::name);
    if (old == all.end())
      all.push_back(std::move(head));
    else
      *old = std::move(head);
  }
  if (auto done = use_heads(std::move(all)); !done) return bad(done.error().message);
  hash_ = sha256_hex(hash_ + file.hash);
  return {};
}

int WordModel::find_head(std::string_view name) const {
  const auto found = std::ranges::find(heads_, name, &Head::name);
  return found == heads_.end() ? -1 : static_cast<int>(found - heads_.begin());
}

void WordModel::read(std::span<const std::vector<std::string_view>> sentences, Room& room,
                     std::vector<SentenceReading>& readings, Vectors vectors) const {
  readings.assign(sentences.size(), {});
  std::vector<Part> parts;
  room.batch.clear();
  const auto flush = [&] {
    if (!parts.empty()) run(sentences, parts, vectors, room, readings);
    parts.clear();
    room.batch.clear();
  };
  WordBatch& batch = room.batch;
  for (uint32_t number = 0; number < sentences.size(); ++number) {
    const auto& words = sentences[number];
    SentenceReading& reading = readings[number];
    reading.words = words.size();
    reading.heads.assign(words.size(), 0);
    reading.relations.assign(words.size(), SentenceReading::kUnknown);
    reading.labels.assign(words.size() * heads_.size(), SentenceReading::kUnknown);
    size_t begin = batch.pieces.size();
    Part part{.sentence = number};
    const auto close = [&](uint32_t last) {
      part.last = last;
      if (part.last == part.first) return;
      batch.sentences.push_back(static_cast<uint32_t>(batch.ends.size()));
      parts.push_back(part);
      part.first = last;
      if (batch.pieces.size() + 2 * parts.size() >= kRowsAtOnce) flush();
      begin = batch.pieces.size();
    };
    for (uint32_t at = 0; at < words.size(); ++at) {
      if (batch.pieces.size() - begin + WordPieces::kMostPieces > encoder_->most_pieces())
        close(at);
      pieces_->cut(words[at], batch.pieces);
      batch.ends.push_back(static_cast<uint32_t>(batch.pieces.size()));
      batch.shapes.push_back(static_cast<uint8_t>(shape_of(words[at])));
    }
    close(static_cast<uint32_t>(words.size()));
  }
  flush();
}

void WordModel::run(Sentences sentences, std::span<const Part> parts, Vectors vectors, Room& room,
                    std::vector<SentenceReading>& readings) const {
  encoder_->encode(room.batch, *kernels_, room.scratch, room.vectors);
  read_labels(sentences, parts, room, readings);
  read_arcs(parts, room, readings);
  read_relations(parts, room, readings);
  if (vectors == Vectors::kNone) return;
  read_vectors(parts, room, readings);
  if (vectors == Vectors::kSentences) return;
  const size_t width = encoder_->width();
  for_nodes(parts, [&](const Part& part, Nodes at) {
    const float* from = room.vectors.nodes.data() + (at.first + 1) * width;
    auto& rows = readings[part.sentence].word_vectors;
    rows.insert(rows.end(), from, from + (at.count - 1) * width);
  });
}

bool WordModel::knows(std::string_view lemma) const {
  return pieces_->find(fold_case(lemma)).has_value();
}

uint16_t WordModel::pick_script(std::string_view form, const float* scores) const {
  constexpr int kTries = 5;
  const std::string folded = fold_case(form);
  uint16_t first = SentenceReading::kUnknown;  // the likeliest that fits
  uint16_t last = SentenceReading::kUnknown;
  for (int i = 0; i < kTries; ++i) {
    // The next one down: lower than the last, or as high and behind it.
    uint16_t next = SentenceReading::kUnknown;
    for (uint16_t k = 0; k < scripts_.size(); ++k) {
      const bool below = last == SentenceReading::kUnknown || scores[k] < scores[last] ||
                         (scores[k] == scores[last] && k > last);
      if (below && (next == SentenceReading::kUnknown || scores[k] > scores[next])) next = k;
    }
    if (next == SentenceReading::kUnknown) break;
    last = next;
    const LemmaScript& script = scripts_[next];
    if (!script.fits(form)) continue;
    const std::string lemma = script.apply(form);
    const bool likeliest = first == SentenceReading::kUnknown;
    if (likeliest) first = next;
    if (likeliest && (script.whole || fold_case(lemma) == folded)) return next;
    if (!script.whole && (likeliest || lemma.size() < form.size()) && knows(lemma)) return next;
  }
  return first;
}

void WordModel::read_labels(Sentences sentences, std::span<const Part> parts, Room& room,
                            std::vector<SentenceReading>& readings) const {
  gather_words(parts, room.vectors.nodes, encoder_->width(), room.a);
  const size_t rows = room.batch.ends.size();
  std::vector<size_t> counts;
  for (const Part& part : parts) counts.push_back(part.last - part.first);
  for (size_t number = 0; number < heads_.size(); ++number) {
    const Head& head = heads_[number];
    const float* words = room.a.data();
    if (!head.layers.empty()) {
      room.c.assign(words, words + rows * encoder_->width());
      for (const RecurrentLayer& layer : head.layers)
        layer.apply(*kernels_, counts, room.scratch, room.b, room.c.data());
      words = room.c.data();
    }
    head.layer.apply(*kernels_, words, rows, room.scratch, room.b);
    const size_t stride = head.layer.matrix.width();
    const float* scores = room.b.data();
    for (const Part& part : parts) {
      SentenceReading& reading = readings[part.sentence];
      uint16_t* labels = reading.labels.data() + number * reading.words;
      const size_t count = part.last - part.first;
      if (head.spans) {
        head.path.find(scores, count, stride, room.path);
        std::ranges::copy(room.path, labels + part.first);
      } else {
        for (size_t i = 0; i < count; ++i)
          labels[part.first + i] =
              number == scripts_head_
                  ? pick_script(sentences[part.sentence][part.first + i], scores + i * stride)
                  : top_of(scores + i * stride, head.labels.size());
      }
      scores += count * stride;
    }
  }
}

void WordModel::read_arcs(std::span<const Part> parts, Room& room,
                          std::vector<SentenceReading>& readings) const {
  const size_t rows = room.batch.ends.size() + parts.size();
  const float* nodes = room.vectors.nodes.data();
  arc_from_.apply(*kernels_, nodes, rows, room.scratch, room.a);
  kernels_->relu(room.a.data(), rows * arc_from_.matrix.width());
  arc_.apply(*kernels_, room.a.data(), rows, room.scratch, room.b);
  arc_to_.apply(*kernels_, nodes, rows, room.scratch, room.c);
  const size_t width = arc_to_.matrix.width();
  kernels_->relu(room.c.data(), rows * width);
  for_nodes(parts, [&](const Part& part, Nodes at) {
    const size_t stride = (at.count + kLanes - 1) / kLanes * kLanes;
    room.scores.resize(at.count * stride);
    room.scratch.room.resize(std::max(room.scratch.room.size(), width * stride));
    kernels_->score_pairs(room.b.data() + at.first * width, at.count,
                          room.c.data() + at.first * width, at.count, width,
                          room.scratch.room.data(), room.scores.data());
    for (float& score : room.scores) score = within_reach(score);
    room.tree.find(room.scores, at.count, stride, room.heads);
    SentenceReading& reading = readings[part.sentence];
    const uint32_t* first_root = nullptr;
    for (uint32_t& head : std::span(reading.heads).first(part.first)) {
      if (head == 0) first_root = &head;
    }
    const auto above =
        first_root == nullptr ? 0U : static_cast<uint32_t>(first_root - reading.heads.data()) + 1;
    for (size_t i = 1; i < at.count; ++i) {
      const uint32_t head = room.heads[i];
      reading.heads[part.first + i - 1] = head == 0 ? above : head + part.first;
    }
  });
}

// Needs the heads of the words. One that lies in an earlier part is read as a root.
void WordModel::read_relations(std::span<const Part> parts, Room& room,
                               std::vector<SentenceReading>& readings) const {
  const size_t rows = room.batch.ends.size() + parts.size();
  const float* nodes = room.vectors.nodes.data();
  relation_from_.apply(*kernels_, nodes, rows, room.scratch, room.a);
  kernels_->relu(room.a.data(), rows * relation_from_.matrix.width());
  relation_to_.apply(*kernels_, nodes, rows, room.scratch, room.b);
  kernels_->relu(room.b.data(), rows * relation_to_.matrix.width());
  const size_t width = relation_to_.matrix.width();
  std::vector<float>& pairs = room.scores;  // dependent and head side by side
  std::vector<float>& dependents = room.c;
  pairs.clear();
  dependents.clear();
  for_nodes(parts, [&](const Part& part, Nodes at) {
    const SentenceReading& reading = readings[part.sentence];
    for (size_t i = 1; i < at.count; ++i) {
      const uint32_t head = reading.heads[part.first + i - 1];
      const size_t row = head <= part.first ? 0 : head - part.first;
      const float* dependent = room.a.data() + (at.first + i) * width;
      const float* above = room.b.data() + (at.first + row) * width;
      pairs.insert(pairs.end(), dependent, dependent + width);
      pairs.insert(pairs.end(), above, above + width);
      dependents.insert(dependents.end(), dependent, dependent + width);
    }
  });
  const size_t words = room.batch.ends.size();
  relation_bias_.apply(*kernels_, pairs.data(), words, room.scratch, room.a);
  relation_.apply(*kernels_, dependents.data(), words, room.scratch, room.b);
  const size_t count = relation_bias_.matrix.width();
  const float scale = 1.0F / std::sqrt(static_cast<float>(width));
  std::vector<float> scores(count);
  size_t word = 0;
  for (const Part& part : parts) {
    SentenceReading& reading = readings[part.sentence];
    for (uint32_t at = part.first; at < part.last; ++at, ++word) {
      std::ranges::fill(scores, 0.0F);
      const float* above = pairs.data() + (2 * word + 1) * width;
      const float* products = room.b.data() + word * width * count;
      for (size_t d = 0; d < width; ++d, products += count) {
        for (size_t k = 0; k < count; ++k) scores[k] = scores[k] + products[k] * above[d];
      }
      const float* plain = room.a.data() + word * count;
      for (size_t k = 0; k < count; ++k) scores[k] = scores[k] * scale + plain[k];
      // The root of a sentence has that relation, and nothing else has it: not the root of a later
      // part, which hangs under it.
      const bool is_root = reading.heads[at] == 0;
      if (root_ < relations_.size() && !is_root)
        scores[root_] = -std::numeric_limits<float>::infinity();
      reading.relations[at] =
          is_root && root_ < relations_.size() ? root_ : top_of(scores.data(), relations_.size());
    }
  }
}

void WordModel::read_vectors(std::span<const Part> parts, Room& room,
                             std::vector<SentenceReading>& readings) const {
  sentence_.apply(*kernels_, room.vectors.means.data(), parts.size(), room.scratch, room.a);
  const size_t stride = sentence_.matrix.width();
  for (size_t i = 0; i < parts.size(); ++i) {
    auto& vector = readings[parts[i].sentence].vector;
    if (!vector.empty()) continue;  // of the first part
    const float* from = room.a.data() + i * stride;
    vector.assign(from, from + sentence_.matrix.outputs);
    double squares = 0;
    for (const float x : vector) squares += static_cast<double>(x) * x;
    const auto scale = static_cast<float>(1 / std::sqrt(std::max(squares, 1e-12)));
    for (float& x : vector) x *= scale;
  }
}

Result<std::shared_ptr<const WordModel>> load_word_model(const std::string& folder,
                                                         const std::string& name) {
  const std::string path = folder + "/" + name + ".model";
  const auto file = load_model_file(path);
  if (!file) return fail(file.error());
  auto model = WordModel::make(*file, path);
  if (!model) return fail(model.error());
  std::vector<std::string> more;
  std::error_code error;
  std::filesystem::directory_iterator at(folder, error);
  for (; !error && at != std::filesystem::directory_iterator(); at.increment(error)) {
    const std::string found = at->path().filename().string();
    if (found.starts_with(name + ".") && found.ends_with(".model") && found != name + ".model")
      more.push_back(at->path().string());
  }
  if (error) return fail(errors::bad_model(folder, error.message()));
  std::ranges::sort(more);
  for (const std::string& heads : more) {
    const auto added = load_model_file(heads);
    if (!added) return fail(added.error());
    if (auto done = model->add_heads(*added, heads); !done) return fail(done.error());
  }
  return std::make_shared<const WordModel>(std::move(*model));
}

}  // namespace demarche
