#include "report/files.h"

#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace lscb::report {
namespace {

namespace fs = std::filesystem;

std::string beside(const std::string& path) {
  return fmt::format("{}.part{}", path, static_cast<long>(::getpid()));
}

std::string complaint(const std::string& path, const char* reason) {
  return fmt::format("{}: cannot be written: {}", path, reason);
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
  std::FILE* file = std::fopen(probe.c_str(), "wb");
  if (file == nullptr) return complaint(path, std::strerror(errno));
  std::fclose(file);
  std::remove(probe.c_str());
  return std::nullopt;
}

GrowingFile::GrowingFile(std::string path)
    : path_(std::move(path)), beside_(beside(path_)), file_(std::fopen(beside_.c_str(), "wb")) {
  if (file_ == nullptr) reason_ = std::strerror(errno);
}

GrowingFile::~GrowingFile() {
  if (file_ == nullptr) return;
  std::fclose(file_);
  std::remove(beside_.c_str());
}

void GrowingFile::append(std::string_view bytes) {
  if (!reason_.empty() || bytes.empty()) return;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) reason_ = std::strerror(errno);
}

std::optional<std::string> GrowingFile::put_in_place() {
  const bool closed = file_ == nullptr || std::fclose(file_) == 0;
  if (!closed && reason_.empty()) reason_ = std::strerror(errno);
  if (reason_.empty() && std::rename(beside_.c_str(), path_.c_str()) != 0) reason_ = std::strerror(errno);
  if (file_ != nullptr && !reason_.empty()) std::remove(beside_.c_str());
  file_ = nullptr;
  if (reason_.empty()) return std::nullopt;
  return complaint(path_, reason_.c_str());
}

std::optional<std::string> write_file(const std::string& path, std::string_view bytes) {
  GrowingFile file{path};
  file.append(bytes);
  return file.put_in_place();
}

}  // namespace lscb::report
