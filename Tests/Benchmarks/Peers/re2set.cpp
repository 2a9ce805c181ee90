// RE2::Set: all patterns in one automaton, which texts they match and not where. It refuses
// look-arounds and back-references. Its automaton gets a gigabyte, so that it never starts anew.
#include <re2/re2.h>
#include <re2/set.h>

#include "peer.hpp"

int main(int count, char **arguments) {
  Peer peer(count, arguments);
  auto start = std::chrono::steady_clock::now();
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  options.set_max_mem(1 << 30);
  RE2::Set set(options, RE2::UNANCHORED);
  std::vector<int> ids;
  for (size_t index = 0; index < peer.patterns.size(); ++index) {
    if (set.Add(peer.patterns[index], nullptr) < 0)
      peer.refuse(index);
    else
      ids.push_back(index);
  }
  if (!set.Compile()) give_up("RE2::Set has no memory for the patterns");
  std::vector<int> matching;
  peer.race(since(start), [&](Found &found) {
    for (size_t text = 0; text < peer.texts.size(); ++text) {
      RE2::Set::ErrorInfo error;
      matching.clear();
      if (!set.Match(peer.texts[text], &matching, &error) && error.kind != RE2::Set::kNoError)
        give_up("RE2::Set ran out of memory");
      for (int &pattern : matching) pattern = ids[pattern];
      found.add(text, matching);
    }
  });
}
