#include "report/files.h"

#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace lscb::report {
namespace {

namespace fs = std::filesystem;

std::string beside(const std::string& path) {
  return fmt::format("{}.part{}", path, static_cast<long>(::getpid()));
}

std::string complaint(const std::string& path, const char* reason) {
  return fmt::format("{}: cannot be written: {}", path, reason);
}

/// The reason why not all bytes could be written to a new file; empty if they were.
std::optional<std::string> put(const std::string& path, std::string_view bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return std::strerror(errno);
  const bool written = bytes.empty() || std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  const int write_error = errno;
  const bool closed = std::fclose(file) == 0;
  if (written && closed) return std::nullopt;
  return std::strerror(written ? errno : write_error);
}

}  // namespace

std::optional<std::string> cannot_write(const std::string& path) {
  std::error_code ignored;
  if (path.empty()) return "a file to write to has no name";
  if (fs::is_directory(path, ignored)) return complaint(path, "it is a folder; name a file");
  const fs::path folder = fs::path{path}.parent_path();
  if (!folder.empty() && !fs::is_directory(folder, ignored)) {
    return complaint(path, fmt::format("there is no folder {}; make it first", folder.string()).c_str());
  }
  const std::string probe = beside(path);
  if (const auto reason = put(probe, {})) return complaint(path, reason->c_str());
  std::remove(probe.c_str());
  return std::nullopt;
}

std::optional<std::string> write_file(const std::string& path, std::string_view bytes) {
  const std::string temporary = beside(path);
  if (const auto reason = put(temporary, bytes)) {
    std::remove(temporary.c_str());
    return complaint(path, reason->c_str());
  }
  if (std::rename(temporary.c_str(), path.c_str()) != 0) {
    const std::string reason = std::strerror(errno);
    std::remove(temporary.c_str());
    return complaint(path, reason.c_str());
  }
  return std::nullopt;
}

}  // namespace lscb::report
