#include "experiment/memory.h"

#include <cstdlib>  // says whether it is glibc

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace lscb::experiment {

void keep_memory() {
#if defined(__GLIBC__)
  mallopt(M_MMAP_MAX, 0);  // no block is fetched by itself, and given back by itself
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
}

void give_back_memory() {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}

}  // namespace lscb::experiment
