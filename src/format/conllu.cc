// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "format/conllu.h"

#include <fmt/format.h>

#include <iterator>
#include <vector>

#include "base/strings.h"

namespace demarche {
namespace {

std::string_view entity_of(MentionKind kind) {
  switch (kind) {
    case MentionKind::kPerson:
      return "PER";
    case MentionKind::kOrganization:
      return "ORG";
    case MentionKind::kCountry:
    case MentionKind::kPlace:
      return "LOC";
    case MentionKind::kNationality:
      return "NAT";
    default:
      return "";
  }
}

struct Entity {
  std::string_view name;
  bool first = false;
};

// Names as the language model found them, or else the mentions. Those ascend, longer ones first:
// the first to claim a token is the outermost.
std::vector<Entity> find_entities(const Document& document) {
  std::vector<Entity> result(document.tokens.size());
  if (document.parse.model) {
    for (const auto& name : document.parse.names) {
      for (uint32_t at = name.first; at < name.last && at < result.size(); ++at)
        result[at] = {name.kind, at == name.first};
    }
    return result;
  }
  uint32_t until = 0;
  for (const auto& mention : document.mentions.mentions) {
    const std::string_view name = entity_of(mention.kind);
    if (name.empty() || mention.first < until || mention.last > result.size()) continue;
    for (uint32_t at = mention.first; at < mention.last; ++at) {
      result[at] = {name, at == mention.first};
    }
    until = mention.last;
  }
  return result;
}

std::string_view or_none(std::string_view cell) { return cell.empty() ? "_" : cell; }

std::string head_of(const Parse& parse, uint32_t at, uint32_t first) {
  if (at >= parse.tree.size()) return "_";
  const uint32_t head = parse.tree[at].head;
  return head == Parse::kNone ? "0" : std::to_string(head - first + 1);
}

/// The token behind the last of the written word that begins at `at`: "do" + "n't" is one word.
uint32_t word_end(const Tokens& tokens, uint32_t at, uint32_t last) {
  for (++at; at < last && tokens.tokens[at].clitic; ++at) {
  }
  return at;
}

void append_range(std::string& out, const Document& document, uint32_t first, uint32_t at,
                  uint32_t end) {
  const Tokens& tokens = document.tokens;
  fmt::format_to(std::back_inserter(out), "{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", at - first + 1,
                 end - first, fold_space(document.article.text.of(tokens.span_of(at, end))),
                 tokens.tokens[end - 1].space_after ? "_" : "SpaceAfter=No");
}

/// `alone`: not a part of a written word, whose spaces its range tells.
void append_token(std::string& out, const Document& document, uint32_t first, uint32_t at,
                  bool alone, const Entity& entity) {
  const Parse& parse = document.parse;
  const Token& token = document.tokens.tokens[at];
  const std::string form = fold_space(document.article.text.of(token.span));
  const bool known = at < parse.words.size();
  const std::string lemma = known ? parse.lemma_of(at) : "";
  const std::string_view upos = known ? name_of(parse.upos_of(at)) : "_";
  std::string misc;
  if (alone && !token.space_after) misc = "SpaceAfter=No";
  if (!entity.name.empty()) {
    if (!misc.empty()) misc += '|';
    misc += entity.first ? "NE=B-" : "NE=I-";
    misc += entity.name;
  }
  fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n", at - first + 1,
                 or_none(form), lemma.empty() ? or_none(form) : lemma, upos,
                 or_none(parse.xpos_of(at)), or_none(parse.feats_of(at)), head_of(parse, at, first),
                 or_none(parse.relation_of(at)), or_none(misc));
}

}  // namespace

void append_conllu(std::string& out, const Document& document) {
  const auto& text = document.article.text;
  const auto entities = find_entities(document);
  out += "# newdoc id = " + fold_space(document.id) + "\n";
  size_t number = 0;
  for (const auto& sentence : document.tokens.sentences) {
    fmt::format_to(std::back_inserter(out), "# sent_id = {}\n# text = {}\n", ++number,
                   fold_space(text.of(sentence.span)));
    for (uint32_t at = sentence.first; at < sentence.last;) {
      const uint32_t end = word_end(document.tokens, at, sentence.last);
      const bool alone = end == at + 1;
      if (!alone) append_range(out, document, sentence.first, at, end);
      for (; at < end; ++at) append_token(out, document, sentence.first, at, alone, entities[at]);
    }
    out += '\n';
  }
}

}  // namespace demarche
