#include "report/files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace lscb::report {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  Files()
      : folder_(fs::path{testing::TempDir()} /
                testing::UnitTest::GetInstance()->current_test_info()->name()) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~Files() override { fs::remove_all(folder_); }
  [[nodiscard]] std::string path(const char* name) const { return (folder_ / name).string(); }
  [[nodiscard]] static std::string read(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
  }
  [[nodiscard]] std::ptrdiff_t entries() const {
    return std::distance(fs::directory_iterator{folder_}, fs::directory_iterator{});
  }
  fs::path folder_;
};

TEST_F(Files, WritesAndReplacesWithoutLeavingAnythingBeside) {
  EXPECT_FALSE(write_file(path("a.json"), "first").has_value());
  EXPECT_FALSE(write_file(path("a.json"), std::string{"second\0zero", 11}).has_value());
  EXPECT_EQ(read(path("a.json")), (std::string{"second\0zero", 11}));
  EXPECT_EQ(entries(), 1);
}

TEST_F(Files, SaysWhyNotAndLeavesTheOldOne) {
  fs::create_directories(folder_ / "folder" / "inside");
  const auto refused = write_file(path("folder"), "x");
  ASSERT_TRUE(refused.has_value());
  EXPECT_NE(refused->find("folder: cannot be written"), std::string::npos);
  EXPECT_TRUE(fs::is_directory(folder_ / "folder" / "inside"));
  EXPECT_EQ(entries(), 1);
  EXPECT_TRUE(write_file(path("nowhere/a.json"), "x").has_value());
}

TEST_F(Files, JudgesBeforehandAndLeavesNothing) {
  EXPECT_FALSE(cannot_write(path("new.json")).has_value());
  EXPECT_EQ(entries(), 0);
  EXPECT_TRUE(cannot_write("").has_value());
  const auto folder = cannot_write(folder_.string());
  ASSERT_TRUE(folder.has_value());
  EXPECT_NE(folder->find("it is a folder"), std::string::npos);
  const auto nowhere = cannot_write(path("nowhere/a.json"));
  ASSERT_TRUE(nowhere.has_value());
  EXPECT_NE(nowhere->find("there is no folder"), std::string::npos);
}

}  // namespace
}  // namespace lscb::report
