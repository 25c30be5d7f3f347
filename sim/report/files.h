// Writing a result so that a reader never finds half of one.
#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace lscb::report {

/// Why `path` could not be written, judged before the work is done: its folder is missing or not writable, or
/// it is a folder itself. Empty if nothing speaks against it. Leaves nothing behind.
[[nodiscard]] std::optional<std::string> cannot_write(const std::string& path);

/// A file that grows beside its place and is put there when it is whole; given up, it is gone. What went
/// wrong is kept until `put_in_place`.
class GrowingFile {
 public:
  explicit GrowingFile(std::string path);
  ~GrowingFile();
  GrowingFile(const GrowingFile&) = delete;
  GrowingFile& operator=(const GrowingFile&) = delete;

  void append(std::string_view bytes);
  /// An older file stays whole until then. What went wrong, in words, or empty. Call once, last.
  [[nodiscard]] std::optional<std::string> put_in_place();

 private:
  std::string path_;
  std::string beside_;
  std::FILE* file_ = nullptr;
  std::string reason_;  // the first; empty: none
};

/// Writes beside `path` and renames over it; an older file stays whole until then. What went wrong, in words,
/// or empty; after a failure the new bytes are gone and an older file is as it was.
[[nodiscard]] std::optional<std::string> write_file(const std::string& path, std::string_view bytes);

}  // namespace lscb::report
