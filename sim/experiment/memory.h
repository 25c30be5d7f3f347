#pragma once

namespace lscb::experiment {

/// Asks the C library to keep the memory that a finished replication gives back, for the next one. Without it
/// each replication's 40 MB are fetched from the system anew, page by page, which takes a fifth of its time
/// and more with several threads. Up to 1 GB is kept. Results do not depend on it. A setting of
/// the whole process: for a program's `main`, once, before any thread. Does nothing where the C library has
/// no such setting.
void keep_memory();

}  // namespace lscb::experiment
