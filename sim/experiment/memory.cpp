#include "experiment/memory.h"

#include <climits>
#include <cstdint>
#include <cstdlib>  // says whether it is glibc

#if defined(__GLIBC__)
#include <malloc.h>
#include <sys/mman.h>
#endif

namespace lscb::experiment {
namespace {

#if defined(MADV_HUGEPAGE)
constexpr std::size_t large_page = std::size_t{1} << 21;

// The part of a block that consists of whole large pages. Refused, it is as good, and slower.
void on_large_pages(void* block, std::size_t size) {
  const auto begin = (reinterpret_cast<std::uintptr_t>(block) + large_page - 1) / large_page * large_page;
  const auto end = (reinterpret_cast<std::uintptr_t>(block) + size) / large_page * large_page;
  if (begin < end) static_cast<void>(madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE));
}

// Takes addresses beforehand, to say that memory for them is wanted in large pages; it is taken only as they
// are used. Fewer where the system does not give so many.
void set_up_heap() {
  for (std::size_t size = std::size_t{1} << 30; size >= 16 * large_page; size /= 2) {
    void* const block = std::malloc(size);
    if (block == nullptr) continue;
    on_large_pages(block, size);
    std::free(block);
    return;
  }
}
#else
void set_up_heap() {}
#endif

}  // namespace

void keep_memory() {
#if defined(__GLIBC__)
  mallopt(M_MMAP_MAX, 0);  // no block is fetched by itself, and given back by itself
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  mallopt(M_ARENA_MAX, 1);  // one heap for all threads, which can be set up beforehand
  set_up_heap();
#endif
}

void give_back_memory() {
#if defined(__GLIBC__)
  malloc_trim(0);
  set_up_heap();
#endif
}

}  // namespace lscb::experiment
