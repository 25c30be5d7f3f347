#pragma once

namespace lscb::experiment {

/// Asks the C library to keep the memory that a finished replication gives back, for the next one. Without it
/// each replication's 40 MB are fetched from the system anew, page by page, which takes a fifth of its time
/// and more with several threads. Up to 1 GB is kept. Results do not depend on it. A setting of
/// the whole process: for a program's `main`, once, before any thread. Does nothing where the C library has
/// no such setting.
void keep_memory();

/// Gives what is free back to the system: between areas of different sizes, whose worlds would otherwise come
/// to lie on more and more of it. Results do not depend on it. Any thread, at any time; slow beside the rest
/// of the library, and worth nothing more often than once a replication.
void give_back_memory();

}  // namespace lscb::experiment
