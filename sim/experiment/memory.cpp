#include "experiment/memory.h"

#include <cstdlib>  // says whether it is glibc

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace lscb::experiment {

void keep_memory() {
#if defined(__GLIBC__)
  constexpr int largest_that_malloc_takes = 32 << 20;  // larger blocks are always fetched and given back
  mallopt(M_MMAP_THRESHOLD, largest_that_malloc_takes);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}

}  // namespace lscb::experiment
