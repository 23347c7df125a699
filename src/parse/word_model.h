// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "infer/encoder.h"
#include "infer/recurrent_layer.h"
#include "parse/lemmas.h"
#include "parse/parse.h"
#include "parse/span_path.h"
#include "parse/tree.h"
#include "parse/word_pieces.h"

namespace demarche {

/// What a model says of the words of one sentence.
struct SentenceReading {
  static constexpr uint16_t kUnknown = 0xFFFF;
  size_t words = 0;
  std::vector<uint32_t> heads;      ///< of each word: 0 the root, else a word from 1
  std::vector<uint16_t> relations;  ///< numbers in `relations()`
  std::vector<uint16_t> labels;     ///< heads of the model x words: numbers in their labels
  std::vector<float> vector;        ///< of the sentence: near where the meaning is near
  std::vector<float> word_vectors;  ///< words x width of the encoder: a word in its sentence
};

/// A trained language model: an encoder of words in their sentence, and heads over its vectors.
/// Linear heads are read as the file lists them, so that a further one needs no change here; arcs
/// and their relations by biaffine products (Dozat, Manning 2017). Read-only once made: one serves
/// all threads. The arrays are those that train/language/export.py writes.
class WordModel {
 public:
  struct Head {
    std::string name;  ///< "upos"
    std::vector<std::string> labels;
    bool spans = false;  ///< labels are of the BIOES scheme and read as a path
    SpanPath path;
    std::vector<RecurrentLayer> layers;  ///< of its own, between the encoder and `layer`
    Linear layer;
  };
  /// What one thread needs while a model runs.
  struct Room {
    Scratch scratch;
    WordBatch batch;
    WordVectors vectors;
    TreeFinder tree;
    std::vector<float> a, b, c, scores;
    std::vector<uint32_t> heads;
    std::vector<uint16_t> path;
  };

  static Result<WordModel> make(const ModelFile& file, std::string_view path);
  /// Adds the heads of a file of their own, trained over this very model; one that is there already
  /// is replaced. After an error the model is as it was.
  Result<void> add_heads(const ModelFile& file, std::string_view path);

  /// Reads sentences, words in order. One too long for the encoder is read in parts, each part's
  /// root under the first one's. The same for any grouping of sentences and on any processor.
  void read(std::span<const std::vector<std::string_view>> sentences, Room& room,
            std::vector<SentenceReading>& readings, Vectors vectors = Vectors::kNone) const;

  [[nodiscard]] const std::vector<Head>& heads() const { return heads_; }
  /// The number of a head, or -1.
  [[nodiscard]] int find_head(std::string_view name) const;
  /// Numbers of the vector of a word.
  [[nodiscard]] size_t vector_width() const { return encoder_->width(); }
  [[nodiscard]] const std::vector<std::string>& relations() const { return relations_; }
  [[nodiscard]] const std::string& name() const { return name_; }  ///< "full"
  [[nodiscard]] const std::string& hash() const { return hash_; }  ///< of its files
  /// The lemma that a form of that universal tag had in training, or an empty view.
  [[nodiscard]] std::string_view seen_lemma(std::string_view lower_form,
                                            std::string_view upos) const {
    return lemmas_.find(lower_form, upos);
  }
  /// The lemma of a form by its number in the labels of the head "scripts".
  [[nodiscard]] std::string guess_lemma(std::string_view form, uint16_t script) const {
    return script < scripts_.size() ? scripts_[script].apply(form) : std::string(form);
  }
  /// Whether the vocabulary has the word whole.
  [[nodiscard]] bool knows(std::string_view word) const;
  void use(InstructionSet set) { kernels_ = &kernels_for(set); }  ///< the best one, else

 private:
  struct Part {
    uint32_t sentence = 0, first = 0, last = 0;  // words
  };
  Result<void> use_heads(std::vector<Head> heads);
  static Result<std::vector<Head>> read_heads(ArrayReader& reader, uint32_t width);
  using Sentences = std::span<const std::vector<std::string_view>>;
  void run(Sentences sentences, std::span<const Part> parts, Vectors vectors, Room& room,
           std::vector<SentenceReading>& readings) const;
  void read_labels(Sentences sentences, std::span<const Part> parts, Room& room,
                   std::vector<SentenceReading>& readings) const;
  /// The likeliest script; but one of the next where it makes a word of the vocabulary and the
  /// likeliest does not: "mobilized" to "mobilize", not to "mobiliz".
  [[nodiscard]] uint16_t pick_script(std::string_view form, const float* scores) const;
  void read_arcs(std::span<const Part> parts, Room& room,
                 std::vector<SentenceReading>& readings) const;
  void read_relations(std::span<const Part> parts, Room& room,
                      std::vector<SentenceReading>& readings) const;
  void read_vectors(std::span<const Part> parts, Room& room,
                    std::vector<SentenceReading>& readings) const;

  std::string name_, hash_, model_hash_;
  std::shared_ptr<const WordPieces> pieces_;
  std::shared_ptr<const Encoder> encoder_;
  const Kernels* kernels_ = nullptr;
  std::vector<Head> heads_;
  std::vector<std::string> relations_;
  uint16_t root_ = 0;  ///< the number of "root" in them, or their count
  std::vector<LemmaScript> scripts_;
  size_t scripts_head_ = std::numeric_limits<size_t>::max();
  LemmaTable lemmas_;
  Linear arc_from_, arc_to_, arc_;
  Linear relation_from_, relation_to_, relation_, relation_bias_;
  Linear sentence_;
};

/// The model NAME.model of a folder with the heads of all files NAME.*.model, in the order of their
/// names. Fails with the file that cannot be used.
Result<std::shared_ptr<const WordModel>> load_word_model(const std::string& folder,
                                                         const std::string& name);

}  // namespace demarche
