// The plain loop: every pattern over every text, each to its last match, with PCRE2's JIT.
#include "pcre2.hpp"

int main(int count, char **arguments) {
  Peer peer(count, arguments);
  auto start = std::chrono::steady_clock::now();
  Pcre2 engine(peer.patterns);
  std::vector<int> matching;
  peer.race(since(start), [&](Found &found) {
    for (size_t text = 0; text < peer.texts.size(); ++text) {
      matching.clear();
      for (size_t pattern = 0; pattern < engine.codes.size(); ++pattern)
        if (engine.count(pattern, peer.texts[text])) matching.push_back(pattern);
      found.add(text, matching);
    }
  });
}
