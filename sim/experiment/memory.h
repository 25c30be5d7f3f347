#pragma once

namespace lscb::experiment {

/// Asks the C library to keep the memory that a finished replication gives back, for the next one, and to
/// take it from the system in large pages. Without the first each replication's 40 MB are fetched anew, page
/// by page, which takes a fifth of its time and more with several threads; without the second a replication
/// waits a tenth longer for its memory, and one of a quarter of a million children a quarter longer. All
/// threads share one heap, of which 1 GB of addresses is set up for large pages. Results do not depend on it.
/// A setting of the whole process: for a program's `main`, once, before any thread. Does nothing where the C
/// library has no such setting, and goes without large pages where the system has none.
void keep_memory();

/// Gives what is free back to the system: between areas of different sizes, whose worlds would otherwise come
/// to lie on more and more of it. Results do not depend on it. Any thread, at any time; slow beside the rest
/// of the library, and worth nothing more often than once a replication.
void give_back_memory();

}  // namespace lscb::experiment
