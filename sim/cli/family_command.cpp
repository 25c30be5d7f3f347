#include <cstdio>
#include <string>

#include "cli/command.h"
#include "cli/loading.h"
#include "experiment/course.h"
#include "report/family_html.h"
#include "report/family_text.h"
#include "report/files.h"

namespace lscb::cli {
namespace {

/// The whole answer: as text, or as a page.
std::string told(const FamilyCommand& command, const std::vector<world::Design>& designs) {
  const experiment::Course course = experiment::course_of(designs.front(), command.key);
  if (!command.against)
    return command.html ? report::family_html(course, version()) : report::family_text(course);
  const experiment::Course other = experiment::course_of(designs.back(), command.key);
  return command.html ? report::family_html(course, other, version()) : report::family_text(course, other);
}

}  // namespace

int execute(const FamilyCommand& command) {
  std::vector<std::string> files;
  if (command.html) files.push_back(*command.html);
  const auto designs = load(one_or_two(command.scenario, command.against), files);
  if (!designs || !can_be_paired(*designs)) return exit_bad_input;
  std::string answer;
  try {
    answer = told(command, *designs);
  } catch (const experiment::NoSuchFamily& mistake) {
    tell({mistake.what()});
    return exit_bad_input;
  }
  if (!command.html) {
    std::fwrite(answer.data(), 1, answer.size(), stdout);
    return exit_ok;
  }
  if (const auto mistake = report::write_file(*command.html, answer)) {
    tell({*mistake});
    return exit_bad_input;
  }
  return exit_ok;
}

}  // namespace lscb::cli
