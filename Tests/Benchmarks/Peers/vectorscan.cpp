// Vectorscan: all patterns in one database, which texts they match and not where.
//
// As a full matcher it refuses look-arounds and back-references. Built with PEER_PREFILTER it takes
// nearly all, says too much, and PCRE2 confirms what it says. Texts are bytes to it: Unicode's classes
// it takes only without word boundaries, and they make its tables several times as large.
//
// Its tables take minutes to make: a fourth argument names a file to keep them in.
#include <hs/hs.h>

#ifdef PEER_PREFILTER
#include "pcre2.hpp"
#endif
#include "peer.hpp"

static unsigned flags = HS_FLAG_CASELESS | HS_FLAG_SINGLEMATCH | HS_FLAG_ALLOWEMPTY
#ifdef PEER_PREFILTER
                        | HS_FLAG_PREFILTER
#endif
    ;

static bool isTaken(const std::string &pattern) {
  hs_expr_info_t *info = nullptr;
  hs_compile_error_t *error = nullptr;
  if (hs_expression_info(pattern.c_str(), flags, &info, &error) != HS_SUCCESS) {
    hs_free_compile_error(error);
    return false;
  }
  free(info);
  return true;
}

// The database of all patterns but those that it refuses, alone or in the end.
static hs_database_t *compiled(const std::vector<std::string> &patterns, std::vector<bool> &taken) {
  for (;;) {
    std::vector<const char *> sources;
    std::vector<unsigned> allFlags, ids;
    for (size_t index = 0; index < patterns.size(); ++index) {
      if (!taken[index]) continue;
      sources.push_back(patterns[index].c_str());
      allFlags.push_back(flags);
      ids.push_back(index);
    }
    hs_database_t *database = nullptr;
    hs_compile_error_t *error = nullptr;
    if (hs_compile_multi(sources.data(), allFlags.data(), ids.data(), sources.size(), HS_MODE_BLOCK,
                         nullptr, &database, &error) == HS_SUCCESS)
      return database;
    if (error->expression < 0) give_up(std::string("Vectorscan: ") + error->message);
    taken[ids[error->expression]] = false;
    hs_free_compile_error(error);
  }
}

// A kept database: the seconds that it took, the patterns in it, its bytes.
static hs_database_t *kept(const char *path, std::vector<bool> &taken, double &seconds) {
  std::ifstream file(path, std::ios::binary);
  std::string line, bytes;
  hs_database_t *database = nullptr;
  if (!file || !std::getline(file, line)) return nullptr;
  seconds = std::stod(line);
  if (!std::getline(file, line) || line.size() != taken.size()) return nullptr;
  for (size_t index = 0; index < line.size(); ++index) taken[index] = line[index] == '1';
  bytes.assign(std::istreambuf_iterator<char>(file), {});
  if (hs_deserialize_database(bytes.data(), bytes.size(), &database) != HS_SUCCESS) return nullptr;
  return database;
}

static void keep(const char *path, hs_database_t *database, const std::vector<bool> &taken,
                 double seconds) {
  char *bytes = nullptr;
  size_t length = 0;
  if (hs_serialize_database(database, &bytes, &length) != HS_SUCCESS) return;
  std::string name = std::string(path) + ".part";
  std::ofstream file(name, std::ios::binary);
  file << seconds << '\n';
  for (bool is : taken) file << (is ? '1' : '0');
  file << '\n';
  file.write(bytes, length);
  file.close();
  free(bytes);
  if (file) rename(name.c_str(), path);
}

int main(int count, char **arguments) {
  const char *path = count == 5 ? arguments[4] : nullptr;
  Peer peer(path ? 4 : count, arguments);
  std::vector<bool> taken(peer.patterns.size());
  double seconds = 0;
  hs_database_t *database = path ? kept(path, taken, seconds) : nullptr;
  if (!database) {
    auto start = std::chrono::steady_clock::now();
    for (size_t index = 0; index < taken.size(); ++index) taken[index] = isTaken(peer.patterns[index]);
    database = compiled(peer.patterns, taken);
    seconds = since(start);
    if (path) keep(path, database, taken, seconds);
  }
  for (size_t index = 0; index < taken.size(); ++index)
    if (!taken[index]) peer.refuse(index);
  hs_scratch_t *scratch = nullptr;
  if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) give_up("no memory for Vectorscan");
#ifdef PEER_PREFILTER
  Pcre2 engine(peer.patterns);
#endif
  std::vector<int> matching;
  auto onMatch = [](unsigned id, unsigned long long, unsigned long long, unsigned, void *list) {
    static_cast<std::vector<int> *>(list)->push_back(id);
    return 0;
  };
  peer.race(seconds, [&](Found &found) {
    for (size_t text = 0; text < peer.texts.size(); ++text) {
      matching.clear();
      auto &bytes = peer.texts[text];
      if (hs_scan(database, bytes.data(), bytes.size(), 0, scratch, onMatch, &matching) != HS_SUCCESS)
        give_up("Vectorscan could not scan a text");
#ifdef PEER_PREFILTER
      std::vector<int> confirmed;
      for (int pattern : matching)
        if (engine.count(pattern, bytes)) confirmed.push_back(pattern);
      matching.swap(confirmed);
#endif
      found.add(text, matching);
    }
  });
}
