#ifndef FDCPALINT_CPCRE2_SHIM_H
#define FDCPALINT_CPCRE2_SHIM_H
// The header maps its generic names to one width through this macro; the library link is libpcre2-8.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#endif
