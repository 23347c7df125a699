// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "mention/scene.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// A run of capitalised words, particles and "of the" inside it included.
struct Run {
  uint32_t first = 0, last = 0;
};

/// Finds names: runs of capitals first (organisations, channels, persons, names of things), then
/// what the tables know, then the short forms that the page has taught.
class NameReader {
 public:
  NameReader(const Scene& scene, Candidates& out) : scene_(scene), out_(out) {}

  void read();

 private:
  const Scene& scene_;
  Candidates& out_;
  std::vector<bool> taken_ = std::vector<bool>(scene_.size(), false);
  std::unordered_set<std::string> surnames_;
  std::unordered_set<std::string> titled_;  // those that stood behind "Ms"
  std::unordered_set<std::string> alone_;   // capitalised words that stand alone somewhere
  std::vector<Run> unread_;                 // runs that might be a person's full name
  std::unordered_map<std::string, uint32_t> acronyms_;  // as written -> candidate

  /// A first name that somebody in the tables has.
  [[nodiscard]] bool is_first_name(uint32_t t) const {
    return scene_.table.gender_of_first_name(scene_.lower(t)) != '\0';
  }

  [[nodiscard]] bool is_name_word(uint32_t t, const Sentence& sentence) const;

  /// The longest run from `t`, in a sentence whose capitals prove something.
  /// Is the token a hyphen without spaces around it?
  [[nodiscard]] bool is_joined(uint32_t t) const;
  [[nodiscard]] Run run_at(uint32_t t, const Sentence& sentence) const;

  /// "Force of Velmark", "Council for the Ostravian Coast": a run that goes on after "of".
  [[nodiscard]] Run widen(Run run, const Sentence& sentence) const;

  void take(uint32_t first, uint32_t last);

  uint32_t add(Candidate candidate);

  void read_runs(const Sentence& sentence);

  /// Reads one run; gives the token after what it took.
  uint32_t read_run(Run run, const Sentence& sentence);

  [[nodiscard]] bool is_whole_hit(Run run) const;

  [[nodiscard]] bool ends_role(Run run) const { return scene_.roles.ends(run.last) != nullptr; }

  /// The name of an event or a product: nothing in it names an actor or a place.
  [[nodiscard]] bool is_thing(Run run) const;

  [[nodiscard]] bool matches_acronym(Run run, std::string_view acronym) const;

  /// Where "(CFV)" follows, the token of the acronym, or kNone.
  [[nodiscard]] uint32_t bracketed(uint32_t t) const;

  /// The last word, or the one before "of", says that it is an organisation.
  [[nodiscard]] uint32_t organ_head(Run run, Run wide) const;

  uint32_t read_organization(Run run, Run wide);

  /// The state whose adjective begins the name, as its owner.
  uint32_t read_owner(Run run);

  /// "X television", "X news agency": the head may be small while the name is not.
  uint32_t read_media(Run run);

  [[nodiscard]] bool small_is_news(uint32_t last) const;

  /// "state television", "local media": a channel without a name.
  void read_common_media(const Sentence& sentence);

  /// "CEO", "GOP": two to five capitals.
  [[nodiscard]] bool is_acronym(uint32_t t) const;

  [[nodiscard]] bool has_title_before(uint32_t t) const;

  [[nodiscard]] bool has_role_before(uint32_t t) const;

  /// "the defence minister, Ana Brok, ...".
  [[nodiscard]] bool is_set_off(uint32_t first, uint32_t last, const Sentence& sentence) const;

  /// ", 45,", ", the minister", ", who": asides that only a person has.
  [[nodiscard]] bool has_aside(uint32_t last, const Sentence& sentence) const;

  [[nodiscard]] bool speaks(uint32_t first, uint32_t last, const Sentence& sentence) const;

  /// "Coast Greens say": the verb shows more than one.
  [[nodiscard]] bool is_many(uint32_t first, uint32_t last) const;

  void read_person(Run run, const Sentence& sentence);

  /// Names that a language model sees and no rule has read.
  void read_model_names();
  /// The run without titles, offices and ranks before a person's name.
  [[nodiscard]] Run without_titles(Run run) const;
  /// The name of a person by the model that lies in the run, or an empty one.
  [[nodiscard]] Run person_in(Run run) const;
  [[nodiscard]] bool fits(uint32_t t, Run run) const;
  /// Does the model see something else than a person in all of the run?
  [[nodiscard]] bool is_other_name(Run run) const;

  /// "Jordan Pike, a clerk": a run that begins with the name of a state and goes on with unknown
  /// names is no mention of the state. It is a person's where something shows it, else nobody's.
  bool read_state_name(Run run, const Sentence& sentence);

  [[nodiscard]] bool is_unknown_name(uint32_t first, uint32_t last) const;

  /// ", a clerk", ", 45,", ", who", or "he" in what follows.
  [[nodiscard]] bool shows_person(uint32_t last, const Sentence& sentence) const;

  /// "Weather Norvenia said": an agency that bears the state's name.
  void read_agency(uint32_t first, uint32_t last);

  /// A name of two or three words whose last one stands alone elsewhere is a person's.
  void read_reused();

  void add_person(uint32_t first, uint32_t last);

  [[nodiscard]] bool is_adjective_use(const Hit& hit) const;

  void note_other_bearers(const Hit& hit, Candidate& name) const;
  uint32_t add_hit(const Hit& hit);

  /// "(Nato)" after its full name: the same actor by the table, or taught here by its letters.
  bool is_same(const Hit& hit, uint32_t acronym);

  void read_table(const Sentence& sentence);

  /// "western calls": of the bloc that the table knows as "the West". "western towns" lie there.
  void read_bloc(uint32_t t, const Sentence& sentence);

  /// "Norvik Monument": the seat of a government in the name of something else.
  [[nodiscard]] bool is_name_part(const Hit& hit) const;

  /// A surname of the table after an unknown first name is somebody else.
  [[nodiscard]] bool is_inside_name(const Hit& hit, const Sentence& sentence) const;

  void read_short_names(const Sentence& sentence);
};

}  // namespace demarche::mention
