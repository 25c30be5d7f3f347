#include "scenario/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "scenario/load.h"

namespace lscb::scenario {
namespace {

namespace fs = std::filesystem;

/// A folder of the test's own, gone afterwards.
class Disk : public testing::Test {
 protected:
  Disk() : folder_(fs::temp_directory_path() / ("lscb_files_test_" + std::to_string(::getpid()))) {
    fs::create_directories(folder_);
  }
  ~Disk() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
  }
  /// What `lscb check` says of a file that cannot be read as one.
  [[nodiscard]] std::string said_of(const std::string& name) const {
    const Checked checked = check_file(path(name), Library::at(folder_.string()));
    EXPECT_FALSE(checked.loaded.design.has_value());
    EXPECT_EQ(checked.loaded.problems.size(), 1U);
    return checked.loaded.problems.empty() ? "" : to_string(checked.loaded.problems.front());
  }

  fs::path folder_;
  DiskFiles disk_;
};

TEST_F(Disk, ReadsARegularFileAsItIs) {
  write("a.toml", std::string("x = 1\r\n\0y", 9));
  const FileText file = disk_.read(path("a.toml"));
  ASSERT_TRUE(file.text);
  EXPECT_EQ(*file.text, std::string("x = 1\r\n\0y", 9));
}

TEST_F(Disk, RefusesAFileOfAHundredMegabytesByItsSize) {
  write("large.toml", "");
  fs::resize_file(path("large.toml"), 100'000'000);
  EXPECT_EQ(said_of("large.toml"),
            path("large.toml") + ":1:1: found a file of 95.4 MiB, expected at most 1 MiB of text");
}

TEST_F(Disk, TakesAFileOfExactlyTheLimitAndNoMore) {
  write("most.toml", std::string(largest_file, ' '));
  EXPECT_TRUE(disk_.read(path("most.toml")).text);
  write("more.toml", std::string(largest_file + 1, ' '));
  EXPECT_FALSE(disk_.read(path("more.toml")).text);
}

TEST_F(Disk, RefusesAFolder) {
  fs::create_directory(path("folder.toml"));
  EXPECT_EQ(said_of("folder.toml"), path("folder.toml") + ":1:1: found a folder, expected a file of text");
}

TEST_F(Disk, RefusesAnEmptyFile) {
  write("empty.toml", "");
  EXPECT_EQ(said_of("empty.toml"),
            path("empty.toml") + ":1:1: found an empty file, expected a scenario, an area or parameters");
}

TEST_F(Disk, RefusesAFileThatIsNotThere) {
  EXPECT_EQ(said_of("none.toml"),
            path("none.toml") + ":1:1: found no such file, expected a scenario, area or parameter file");
}

TEST_F(Disk, DoesNotWaitForAPipe) {
  ASSERT_EQ(::mkfifo(path("pipe.toml").c_str(), 0600), 0);
  EXPECT_EQ(said_of("pipe.toml"),
            path("pipe.toml") + ":1:1: found a device or a pipe, expected a file of text");
}

TEST_F(Disk, ListsScenarioFilesInOrderOfTheirNames) {
  write("b.toml", "");
  write("a.toml", "");
  write("notes.txt", "");
  EXPECT_EQ(disk_.list(folder_.string()), (std::vector<std::string>{"a.toml", "b.toml"}));
  EXPECT_TRUE(disk_.list(path("nowhere")).empty());
}

TEST(MemoryFiles, BehaveAsADisk) {
  MemoryFiles files;
  files.put("lib/a.toml", "x = 1");
  files.put("lib/areas/b.toml", "x = 2");
  files.put("lib/large.toml", std::string(largest_file + 1, ' '));
  EXPECT_EQ(files.list("lib"), (std::vector<std::string>{"a.toml", "large.toml"}));
  EXPECT_FALSE(files.read("lib/large.toml").text);
  EXPECT_FALSE(files.read("lib/c.toml").text);
  EXPECT_TRUE(files.exists("lib/areas/b.toml"));
}

}  // namespace
}  // namespace lscb::scenario
