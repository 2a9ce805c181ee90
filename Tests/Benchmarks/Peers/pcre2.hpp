// PCRE2 with its just-in-time compiler, with the options that the product has.
#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "peer.hpp"

struct Pcre2 {
  std::vector<pcre2_code *> codes;
  pcre2_match_data *data = pcre2_match_data_create(64, nullptr);
  pcre2_match_context *context = pcre2_match_context_create(nullptr);
  pcre2_jit_stack *stack = pcre2_jit_stack_create(32 * 1024, 1024 * 1024, nullptr);

  explicit Pcre2(const std::vector<std::string> &patterns) {
    pcre2_jit_stack_assign(context, nullptr, stack);
    for (auto &pattern : patterns) {
      int error;
      size_t offset;
      auto code = pcre2_compile((PCRE2_SPTR)pattern.data(), pattern.size(),
                                PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS, &error, &offset, nullptr);
      if (!code) give_up("PCRE2 refuses: " + pattern);
      pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
      codes.push_back(code);
    }
  }

  // How many times a pattern matches a text: every match, as the product tells every mark.
  size_t count(int pattern, const std::string &text) {
    size_t count = 0, at = 0;
    while (at <= text.size()) {
      int status = pcre2_jit_match(codes[pattern], (PCRE2_SPTR)text.data(), text.size(), at, 0, data,
                                   context);
      if (status == PCRE2_ERROR_NOMATCH) break;
      if (status < 0) give_up("PCRE2 could not decide a match: " + std::to_string(status));
      auto place = pcre2_get_ovector_pointer(data);
      ++count;
      at = place[1];
      if (place[0] >= place[1])
        do ++at;
        while (at < text.size() && (text[at] & 0xC0) == 0x80);
    }
    return count;
  }
};
