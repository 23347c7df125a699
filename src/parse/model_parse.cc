// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/model_parse.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "parse/endings.h"
#include "parse/word_model.h"

namespace demarche {
namespace {

constexpr size_t kSentencesAtOnce = 64;

Upos upos_of(std::string_view name) {
  for (uint8_t i = 0; i <= static_cast<uint8_t>(Upos::kVerb); ++i) {
    if (name_of(static_cast<Upos>(i)) == name) return static_cast<Upos>(i);
  }
  return Upos::kX;
}

// Of a tag of the Penn Treebank.
VerbForm form_of(std::string_view xpos) {
  using Row = std::pair<std::string_view, VerbForm>;
  static constexpr std::array<Row, 6> kForms = {{{"VB", VerbForm::kBase},
                                                 {"VBD", VerbForm::kPast},
                                                 {"VBG", VerbForm::kGerund},
                                                 {"VBN", VerbForm::kParticiple},
                                                 {"VBP", VerbForm::kPresent},
                                                 {"VBZ", VerbForm::kPresent}}};
  const auto* const found = std::ranges::find(kForms, xpos, &Row::first);
  return found == kForms.end() ? VerbForm::kNone : found->second;
}

// Whether a form of the tables, "Past", is one that is written as that of a word: what tells "saw"
// of "see" from "saw" of wood.
bool is_written_as(std::string_view feats, VerbForm form) {
  switch (form) {
    case VerbForm::kPast:
    case VerbForm::kParticiple:
      return feats == "Past" || feats == "Part";
    case VerbForm::kGerund:
      return feats == "Ing";
    case VerbForm::kNone:
      return true;
    default:
      return feats == "Base" || feats == "Present";
  }
}

// The reading of the tables that has the tag, of a verb its form too.
const Language::Reading* find_reading(const Language& language, const std::string& lower,
                                      const Word& word) {
  const auto found = language.words.find(lower);
  if (found == language.words.end()) return nullptr;
  for (const auto& reading : found->second) {
    if (reading.upos != name_of(word.upos)) continue;
    if (word.upos != Upos::kVerb || is_written_as(reading.feats, word.form)) return &reading;
  }
  return nullptr;
}

// What the labels of a model stand for here, found once for a text.
class Writer {
 public:
  Writer(const Article& article, const Tokens& tokens, const Language& language,
         const WordModel& model, Parse& parse)
      : article_(article), tokens_(tokens), language_(language), model_(model), parse_(parse) {
    upos_ = model.find_head("upos");
    xpos_ = model.find_head("xpos");
    feats_ = model.find_head("feats");
    scripts_ = model.find_head("scripts");
    names_ = model.find_head("names");
    mentions_ = model.find_head("mentions");
    for (const auto& label : labels_of(upos_)) tags_.push_back(upos_of(label));
    for (const auto& label : labels_of(xpos_)) forms_.push_back(form_of(label));
  }

  void write(const Sentence& sentence, const SentenceReading& reading) {
    for (uint32_t i = 0; i < reading.words; ++i) {
      const uint32_t at = sentence.first + i;
      Word& word = parse_.words[at];
      const uint16_t tag = label(reading, upos_, i);
      const uint16_t xpos = label(reading, xpos_, i);
      const Upos upos = tag < tags_.size() ? tags_[tag] : Upos::kX;
      word.upos = upos;
      if (xpos < forms_.size() && (word.upos == Upos::kVerb || word.upos == Upos::kAux))
        word.form = forms_[xpos];
      const bool base = word.form == VerbForm::kBase || word.form == VerbForm::kPresent;
      if (base && is_gerund(tokens_.lower[at])) word.form = VerbForm::kGerund;
      std::string lemma = lemma_of(at, word, label(reading, scripts_, i));
      word.lemma = fold_case(lemma);
      const uint32_t head = reading.heads[i];
      parse_.tree[at] = {.head = head == 0 ? Parse::kNone : sentence.first + head - 1,
                         .upos = upos,
                         .relation = reading.relations[i],
                         .xpos = xpos,
                         .feats = label(reading, feats_, i),
                         .mention = label(reading, mentions_, i),
                         .lemma = std::move(lemma)};
    }
    mend_nationalities(sentence);
    write_names(sentence, reading);
    parse_.sentence_rows.insert(parse_.sentence_rows.end(), reading.vector.begin(),
                                reading.vector.end());
    if (!reading.word_vectors.empty()) keep_vectors(sentence, reading);
  }

 private:
  /// Of the words that may stand for an actor or a place: all of them take more room than the text.
  void keep_vectors(const Sentence& sentence, const SentenceReading& reading) {
    const size_t width = reading.word_vectors.size() / reading.words;
    parse_.row_width = width;
    for (uint32_t i = 0; i < reading.words; ++i) {
      const uint32_t at = sentence.first + i;
      const Upos upos = parse_.tree[at].upos;
      const std::string_view kind = parse_.mention_of(at);
      const bool named = upos == Upos::kPropn || upos == Upos::kPron;
      if (!named && (kind.empty() || kind == "O")) continue;
      parse_.word_row_of[at] = static_cast<uint32_t>(parse_.word_rows.size() / width);
      const float* from = reading.word_vectors.data() + i * width;
      parse_.word_rows.insert(parse_.word_rows.end(), from, from + width);
    }
  }

  /// "Norvenian foreign minister": what stands before an adjective of its head is one itself,
  /// though the treebanks call some of them names.
  void mend_nationalities(const Sentence& sentence) {
    for (uint32_t at = sentence.first; at + 1 < sentence.last; ++at) {
      const uint32_t head = parse_.tree[at].head;
      if (parse_.words[at].upos == Upos::kPropn && parse_.words[at + 1].upos == Upos::kAdj &&
          head != Parse::kNone && head > at + 1 && parse_.tree[at + 1].head == head)
        parse_.words[at].upos = Upos::kAdj;
    }
  }

  /// "bombing", which the tables know as a form of "bomb".
  [[nodiscard]] bool is_gerund(const std::string& lower) const {
    const auto found = language_.words.find(lower);
    return found != language_.words.end() &&
           std::ranges::any_of(found->second,
                               [](const auto& reading) { return reading.feats == "Ing"; });
  }

  /// What the model saw in training, then the tables of the language, then the model's guess.
  [[nodiscard]] std::string lemma_of(uint32_t at, const Word& word, uint16_t script) const {
    const std::string_view form = article_.text.of(tokens_.tokens[at].span);
    const std::string_view upos = name_of(word.upos);
    const std::string_view seen = model_.seen_lemma(tokens_.lower[at], upos);
    if (!seen.empty()) return std::string(seen);
    const bool open = word.upos == Upos::kVerb || word.upos == Upos::kNoun ||
                      (word.upos == Upos::kAdj && form == tokens_.lower[at]);
    if (open) {
      if (const auto* known = find_reading(language_, tokens_.lower[at], word)) return known->lemma;
    }
    std::string guess = model_.guess_lemma(form, script);
    if (word.upos != Upos::kVerb || model_.knows(guess)) return guess;
    return verb_base_by_rule(tokens_.lower[at], language_);
  }

  [[nodiscard]] std::span<const std::string> labels_of(int head) const {
    if (head < 0) return {};
    return model_.heads()[static_cast<size_t>(head)].labels;
  }
  static uint16_t label(const SentenceReading& reading, int head, uint32_t word) {
    return head < 0 ? SentenceReading::kUnknown
                    : reading.labels[static_cast<size_t>(head) * reading.words + word];
  }

  void write_names(const Sentence& sentence, const SentenceReading& reading) {
    const auto labels = labels_of(names_);
    uint32_t begin = 0;
    for (uint32_t i = 0; i < reading.words && !labels.empty(); ++i) {
      const uint16_t number = label(reading, names_, i);
      const std::string_view name = number < labels.size() ? std::string_view(labels[number]) : "O";
      if (name[0] == 'B' || name[0] == 'S') begin = i;
      if (name[0] == 'E' || name[0] == 'S')
        add_name({sentence.first + begin, sentence.first + i + 1, name.substr(2)});
    }
  }

  /// "Ana Brok-Holt" is one person, of whom the model may see two; "Brok-Holt talks" are of two.
  void add_name(const NamedSpan& name) {
    if (!parse_.names.empty() && name.kind == "PER") {
      NamedSpan& before = parse_.names.back();
      const uint32_t hyphen = name.first - 1;
      if (before.kind == "PER" && before.last == hyphen && before.last - before.first > 1 &&
          name.last - name.first == 1 && tokens_.lower[hyphen] == "-" &&
          !tokens_.tokens[hyphen - 1].space_after && !tokens_.tokens[hyphen].space_after) {
        before.last = name.last;
        return;
      }
    }
    parse_.names.push_back(name);
  }

  const Article& article_;
  const Tokens& tokens_;
  const Language& language_;
  const WordModel& model_;
  Parse& parse_;
  int upos_ = -1, xpos_ = -1, feats_ = -1, scripts_ = -1, names_ = -1, mentions_ = -1;
  std::vector<Upos> tags_;
  std::vector<VerbForm> forms_;
};

}  // namespace

void parse_with_model(const Article& article, const Tokens& tokens, const Language& language,
                      const std::shared_ptr<const WordModel>& model, Vectors vectors,
                      Parse& parse) {
  parse.model = model;
  parse.tree.assign(tokens.size(), {});
  if (vectors == Vectors::kWords) parse.word_row_of.assign(tokens.size(), Parse::kNone);
  Writer writer(article, tokens, language, *model, parse);
  WordModel::Room room;
  std::vector<std::vector<std::string_view>> words;
  std::vector<SentenceReading> readings;
  const auto& sentences = tokens.sentences;
  for (size_t begin = 0; begin < sentences.size(); begin += kSentencesAtOnce) {
    const size_t end = std::min(begin + kSentencesAtOnce, sentences.size());
    words.assign(end - begin, {});
    for (size_t i = begin; i < end; ++i) {
      for (uint32_t at = sentences[i].first; at < sentences[i].last; ++at)
        words[i - begin].push_back(article.text.of(tokens.tokens[at].span));
    }
    model->read(words, room, readings, vectors);
    for (size_t i = begin; i < end; ++i) writer.write(sentences[i], readings[i - begin]);
  }
}

}  // namespace demarche
