// The outside world of the reader: files by path. Tests put files in memory instead.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lscb::scenario {

/// Larger files are refused by their size, before a byte is read.
inline constexpr std::size_t largest_file = std::size_t{1} << 20;  // 1 MiB; the largest shipped file is 30 kB

/// The text of a file, or why it cannot be had.
struct FileText {
  std::optional<std::string> text;
  std::string found;  ///< if there is no text: "a folder", "no such file", …
  std::string expected;
};

/// Thread safety: const functions may be called from several threads.
class FileSource {
 public:
  virtual ~FileSource() = default;
  [[nodiscard]] virtual bool exists(const std::string& path) const = 0;
  [[nodiscard]] virtual FileText read(const std::string& path) const = 0;
  /// Names (not paths) of the files in `folder` that end in ".toml", sorted; empty if there is no such
  /// folder.
  [[nodiscard]] virtual std::vector<std::string> list(const std::string& folder) const = 0;
};

/// The file system. Only regular files are read: a pipe or a device could keep a reader waiting for ever.
class DiskFiles final : public FileSource {
 public:
  [[nodiscard]] bool exists(const std::string& path) const override;
  [[nodiscard]] FileText read(const std::string& path) const override;
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override;
};

/// Files held in memory, by path with '/' between folders.
class MemoryFiles final : public FileSource {
 public:
  void put(std::string path, std::string text) { files_[std::move(path)] = std::move(text); }
  [[nodiscard]] bool exists(const std::string& path) const override { return files_.count(path) > 0; }
  [[nodiscard]] FileText read(const std::string& path) const override;
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override;

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace lscb::scenario
