// Whatever is done to a file, reading it ends in a design or in messages that point into it.
#include <gtest/gtest.h>

#include <memory>

#include "scenario/load.h"
#include "support/property.h"

namespace lscb::scenario {
namespace {

/// The shipped files, held in memory so that one of them can be spoilt.
struct Copy {
  std::shared_ptr<MemoryFiles> files = std::make_shared<MemoryFiles>();
  std::vector<std::string> paths;

  Copy() {
    const DiskFiles disk;
    for (const char* folder : {"", "/areas", "/parameters"}) {
      for (const std::string& name : disk.list(std::string(SHIPPED_SCENARIOS) + folder)) {
        const std::string path = std::string("lib") + folder + "/" + name;
        files->put(path, *disk.read(std::string(SHIPPED_SCENARIOS) + folder + "/" + name).text);
        paths.push_back(path);
      }
    }
  }
};

int lines_of(const std::string& text) {
  return 1 + static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

/// Length of a line in bytes, at least its length in characters.
std::size_t length_of(const std::string& text, int line) {
  std::size_t start = 0;
  for (int i = 1; i < line; ++i) start = text.find('\n', start) + 1;
  return std::min(text.find('\n', start), text.size()) - start;
}

void expect_sound(const Library& library, const std::string& path) {
  const Checked checked = check_file(path, library);
  const Loaded& loaded = checked.loaded;
  if (checked.kind != Kind::parameters) RC_ASSERT(loaded.design.has_value() == loaded.problems.empty());
  for (const Diagnostic& problem : loaded.problems) {
    RC_ASSERT(!problem.found.empty());
    const FileText file = library.files->read(problem.file);
    if (!file.text) continue;  // a file that is not there has no lines
    RC_ASSERT(problem.line >= 1);
    RC_ASSERT(problem.line <= lines_of(*file.text));
    RC_ASSERT(problem.column >= 1);
    // One past the end of the line is where something is missing.
    RC_ASSERT(static_cast<std::size_t>(problem.column) <= length_of(*file.text, problem.line) + 2);
    RC_ASSERT(to_string(problem).find('\n') == std::string::npos);
  }
}

TEST(Mutation, OfAnyByteIsReadOrReported) {
  const Copy original;
  proof::holds(400, [&original] {
    const std::string path = *rc::gen::elementOf(original.paths);
    std::string text = *original.files->read(path).text;
    const int changes = *rc::gen::inRange(1, 4);
    for (int i = 0; i < changes; ++i) {
      const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
      text[at] = static_cast<char>(*rc::gen::inRange(0, 256));
    }
    auto files = std::make_shared<MemoryFiles>(*original.files);
    files->put(path, text);
    expect_sound({{"lib"}, files}, path);
  });
}

TEST(Mutation, OfWholeLinesIsReadOrReported) {
  const Copy original;
  proof::holds(400, [&original] {
    const std::string path = *rc::gen::elementOf(original.paths);
    const std::string text = *original.files->read(path).text;
    std::vector<std::string> lines;
    for (std::size_t start = 0; start < text.size();) {
      const std::size_t end = std::min(text.find('\n', start), text.size());
      lines.push_back(text.substr(start, end - start));
      start = end + 1;
    }
    const auto one = *rc::gen::inRange<std::size_t>(0, lines.size());
    const auto other = *rc::gen::inRange<std::size_t>(0, lines.size());
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(one));
        break;
      case 1:
        std::swap(lines[one], lines[other]);
        break;
      case 2:
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(one), lines[other]);
        break;
      default:
        lines[one] = lines[one].substr(0, lines[one].size() / 2);
        break;
    }
    std::string spoilt;
    for (const std::string& line : lines) spoilt += line + "\n";
    auto files = std::make_shared<MemoryFiles>(*original.files);
    files->put(path, spoilt);
    expect_sound({{"lib"}, files}, path);
  });
}

TEST(Mutation, SameFilesGiveTheSameAnswerTwice) {
  const Copy original;
  const Library library{{"lib"}, original.files};
  const Loaded one = load_scenario("isle-of-wight-2011", library);
  const Loaded two = load_scenario("isle-of-wight-2011", library);
  ASSERT_TRUE(one.design && two.design);
  ASSERT_EQ(one.provenance.figures().size(), two.provenance.figures().size());
  for (std::size_t i = 0; i < one.provenance.figures().size(); ++i) {
    EXPECT_EQ(one.provenance.figures()[i].id, two.provenance.figures()[i].id);
    EXPECT_EQ(one.provenance.figures()[i].value, two.provenance.figures()[i].value);
  }
}

}  // namespace
}  // namespace lscb::scenario
