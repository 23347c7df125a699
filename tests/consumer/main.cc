// Reads one sentence with an installed demarche and prints its record.
#include <cstdio>

#include "analyze/analyze.h"
#include "record/json.h"

int main() {
  const auto knowledge = demarche::load_knowledge(DATA, {});
  if (!knowledge) return std::fprintf(stderr, "%s\n", knowledge.error().message.c_str()), 1;
  demarche::Input input;
  input.kind = demarche::PageKind::kProse;
  input.bytes = "“We will not sign,” said the French foreign minister.";
  const auto document = demarche::analyze(input, *knowledge, {});
  if (!document || document->statements.empty()) return 1;
  std::string out;
  demarche::append_json(out, demarche::make_record(*document, {}, {}));
  std::puts(out.c_str());
}
