// Where a result goes, when a place it should go to is not there.
#include "cli/results.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace lscb::cli {
namespace {

namespace fs = std::filesystem;

class Results : public testing::Test {
 protected:
  Results() : folder_(fs::path{testing::TempDir()} / ("lscb-results-" + std::to_string(::getpid()))) {
    fs::create_directories(folder_);
  }
  ~Results() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  [[nodiscard]] std::string at(const std::string& name) const { return (folder_ / name).string(); }
  [[nodiscard]] std::string text_of(const std::string& name) const {
    std::ifstream file(at(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  [[nodiscard]] std::ptrdiff_t files() const {
    return std::distance(fs::directory_iterator(folder_), fs::directory_iterator{});
  }
  static Forms forms() {
    return {[] { return std::string("text\n"); }, [] { return std::string("{}\n"); },
            [] { return std::string("a,b\n"); }};
  }
  static Output to(const std::string& json, const std::string& csv) {
    Output output;
    output.json = json;
    output.csv = csv;
    return output;
  }

 private:
  fs::path folder_;
};

TEST_F(Results, GoToBothFilesAndStandardOutput) {
  testing::internal::CaptureStdout();
  EXPECT_EQ(deliver(forms(), to(at("a.json"), at("a.csv"))), exit_ok);
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "text\n");
  EXPECT_EQ(text_of("a.json"), "{}\n");
  EXPECT_EQ(text_of("a.csv"), "a,b\n");
  EXPECT_EQ(files(), 2) << "nothing is left beside them";
}

// Proves that where one file cannot be written none is, and older ones are as they were.
TEST_F(Results, GoToBothFilesOrToNone) {
  fs::create_directory(at("folder.csv"));
  for (const std::string& csv : {at("missing/a.csv"), at("folder.csv")}) {
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    EXPECT_EQ(deliver(forms(), to(at("a.json"), csv)), exit_bad_input);
    EXPECT_EQ(testing::internal::GetCapturedStdout(), "text\n") << "the work is not lost";
    EXPECT_NE(testing::internal::GetCapturedStderr().find(csv + ": cannot be written"), std::string::npos);
    EXPECT_FALSE(fs::exists(at("a.json")));
    EXPECT_EQ(files(), 1) << "the folder";
  }
  std::ofstream(at("b.json")) << "older";
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  EXPECT_EQ(deliver(forms(), to(at("b.json"), at("missing/b.csv"))), exit_bad_input);
  (void)testing::internal::GetCapturedStdout();
  (void)testing::internal::GetCapturedStderr();
  EXPECT_EQ(text_of("b.json"), "older");
}

TEST_F(Results, AreToldWithoutAFileWhereThatCannotBeWritten) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  EXPECT_EQ(deliver(forms(), to("-", at("missing/a.csv"))), exit_bad_input);
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "{}\n");
  (void)testing::internal::GetCapturedStderr();
}

}  // namespace
}  // namespace lscb::cli
