// What every engine shares: texts and patterns one a line, a round for each line on standard input.
//
// usage of each: ENGINE PATTERNS TEXTS PAIRS. It prints "ready SECONDS SECONDS" when its patterns are
// compiled and one round has run, with the time of each; the round's matches ("TEXT PATTERN", from 0) are then in PAIRS, behind one line
// "refused PATTERN" for each pattern that it does not take. Each line that it reads is answered with
// "SECONDS TEXTS PAIRS".
#pragma once
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

struct Found {
  size_t texts = 0;
  size_t pairs = 0;
  std::ostream *list = nullptr;

  // The patterns that one text matches.
  void add(size_t text, const std::vector<int> &patterns) {
    texts += !patterns.empty();
    pairs += patterns.size();
    if (list)
      for (int pattern : patterns) *list << text << ' ' << pattern << '\n';
  }
};

inline std::vector<std::string> linesOf(const char *path) {
  std::ifstream file(path);
  if (!file) {
    std::cerr << "cannot read " << path << '\n';
    exit(2);
  }
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

inline double since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// A peer that cannot go on says so and gives no figures.
[[noreturn]] inline void give_up(const std::string &why) {
  std::cerr << why << '\n';
  exit(1);
}

struct Peer {
  std::vector<std::string> patterns, texts;
  std::ofstream pairs;

  Peer(int count, char **arguments) {
    if (count != 4) give_up("usage: ENGINE PATTERNS TEXTS PAIRS");
    patterns = linesOf(arguments[1]);
    texts = linesOf(arguments[2]);
    pairs.open(arguments[3]);
  }

  void refuse(size_t pattern) { pairs << "refused " << pattern << '\n'; }

  // `seconds` is what compiling took.
  void race(double seconds, const std::function<void(Found &)> &round) {
    Found first;
    first.list = &pairs;
    auto began = std::chrono::steady_clock::now();
    round(first);
    double took = since(began);
    pairs.close();
    std::cout << "ready " << seconds << ' ' << took << std::endl;
    for (std::string line; std::getline(std::cin, line);) {
      Found found;
      auto start = std::chrono::steady_clock::now();
      round(found);
      std::cout << since(start) << ' ' << found.texts << ' ' << found.pairs << std::endl;
    }
  }
};
