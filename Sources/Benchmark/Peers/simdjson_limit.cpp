// The limit of reading: simdjson parses every document of a JSON Lines file and drops it.
#include <simdjson.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>

int main(int argc, char **argv) {
  simdjson::padded_string text;
  if (argc < 4 || simdjson::padded_string::load(argv[1]).get(text)) return 1;
  simdjson::dom::parser parser;
  double best = 1e9;
  size_t cases = 0;
  for (int repetition = 0; repetition < std::atoi(argv[3]); repetition++) {
    std::clock_t start = std::clock();
    cases = 0;
    simdjson::dom::document_stream documents;
    if (parser.parse_many(text).get(documents)) return 1;
    for (auto document : documents) {
      if (document.error()) return 1;
      cases++;
    }
    double spent = double(std::clock() - start) / CLOCKS_PER_SEC;
    if (spent < best) best = spent;
  }
  std::printf("{\"contestant\": \"simdjson\", \"job\": \"%s\", \"version\": \"%s\", \"cases\": %zu, \"ns\": %.1f, \"bytes\": %zu}\n",
              argv[2], SIMDJSON_STRINGIFY(SIMDJSON_VERSION), cases, best / cases * 1e9, text.size());
}
