#include "ui/app/arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace lscb::ui {
namespace {

constexpr const char* help_text =
    R"(lscb-ui: choose a base and a change, move six levers, and watch the difference come in.

usage: lscb-ui [OPTION...]
       lscb-ui --screenshot compare FILE.png [OPTION...]

  --base NAME            the scenario to compare with (no-change)
  --change NAME          the scenario to look at (isle-of-wight-2011)
                         names are those that `lscb list` shows, or paths of .toml files
  --replications N       runs, 2 to 1,000,000 (200)
  --seed N               names the simulated lives (1)
  --size WIDTHxHEIGHT    of the window or picture in pixels
  --picture FILE.png     where Ctrl+P saves a picture of the window (lscb-picture.png)
  --screenshot compare FILE.png
                         runs the comparison to its end, draws it and opens no window
  --help, --version

Keys: F5 run, F6 stop, R reset a lever, Ctrl+plus and Ctrl+minus zoom, Ctrl+P picture, Ctrl+Q close; Tab, arrows and
Space for the rest. The same figures as text, without a window: lscb compare BASE CHANGE.
Exit codes: 0 done, 1 a fault in the program, 2 a mistake in what it was given (nothing is written).
)";

std::optional<std::uint64_t> whole_number(const std::string& text) {
  constexpr std::size_t most_digits = 19;
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  return std::stoull(text);
}

bool ends_in_png(const std::string& path) {
  constexpr std::string_view ending = ".png";
  return path.size() > ending.size() && path.compare(path.size() - ending.size(), ending.size(), ending) == 0;
}

class Parser {
 public:
  explicit Parser(const std::vector<std::string>& words) : words_(words) {}

  std::variant<Arguments, Help, Refusal> parse() {
    for (; at_ < words_.size(); ++at_) {
      const std::string& word = words_[at_];
      if (word == "--help" || word == "-h") return Help{help_text};
      if (word == "--version") return Help{fmt::format("lscb-ui {}\n", version())};
      option(word);
    }
    if (!refusal_.mistakes.empty()) return refusal_;
    return arguments_;
  }

 private:
  void option(const std::string& word) {
    if (word == "--base") {
      text("a scenario's name", arguments_.base);
    } else if (word == "--change") {
      text("a scenario's name", arguments_.change);
    } else if (word == "--replications") {
      number("a whole number from 2 to 1000000", 2, 1'000'000, arguments_.replications);
    } else if (word == "--seed") {
      number("a whole number", 0, UINT64_MAX, arguments_.seed);
    } else if (word == "--size") {
      size();
    } else if (word == "--picture") {
      png(arguments_.picture);
    } else if (word == "--screenshot") {
      screenshot();
    } else {
      refuse(
          fmt::format("{}: found an unknown option, expected one of those that lscb-ui --help lists", word));
    }
  }

  const std::string* next() { return at_ + 1 < words_.size() ? &words_[++at_] : nullptr; }

  void text(const char* expected, std::string& value) {
    const std::string option = words_[at_];
    if (const auto* word = next(); word != nullptr && !word->empty()) {
      value = *word;
    } else {
      refuse(fmt::format("{}: found nothing after it, expected {}", option, expected));
    }
  }

  template <class Number>
  void number(const char* expected, std::uint64_t least, std::uint64_t most, Number& value) {
    const std::string option = words_[at_];
    const auto* word = next();
    const auto found = word == nullptr ? std::nullopt : whole_number(*word);
    if (found && *found >= least && *found <= most) {
      value = static_cast<Number>(*found);
    } else {
      refuse(fmt::format("{}: found {}, expected {}", option, word == nullptr ? "nothing" : *word, expected));
    }
  }

  void size() {
    constexpr std::uint64_t least = 640, most = 8192;
    const auto* word = next();
    const std::size_t cross = word == nullptr ? std::string::npos : word->find('x');
    if (cross != std::string::npos) {
      const auto width = whole_number(word->substr(0, cross)), height = whole_number(word->substr(cross + 1));
      if (width && height && std::min(*width, *height) >= least && std::max(*width, *height) <= most) {
        arguments_.width = static_cast<int>(*width);
        arguments_.height = static_cast<int>(*height);
        return;
      }
    }
    refuse(fmt::format("--size: found {}, expected width and height of {} to {} pixels, such as 1440x960",
                       word == nullptr ? "nothing" : *word, least, most));
  }

  void png(std::string& value) {
    const std::string option = words_[at_];
    const auto* word = next();
    if (word != nullptr && ends_in_png(*word)) {
      value = *word;
    } else {
      refuse(fmt::format("{}: found {}, expected a file whose name ends in .png", option,
                         word == nullptr ? "nothing" : *word));
    }
  }

  void screenshot() {
    const auto* view = next();
    if (view == nullptr || *view != "compare") {
      refuse(fmt::format("--screenshot: found {}, expected: --screenshot compare FILE.png",
                         view == nullptr ? "nothing" : *view));
      return;
    }
    words_[at_] = "--screenshot compare";
    png(arguments_.screenshot);
  }

  void refuse(std::string mistake) { refusal_.mistakes.push_back(std::move(mistake)); }

  std::vector<std::string> words_;
  std::size_t at_ = 0;
  Arguments arguments_;
  Refusal refusal_;
};

}  // namespace

const char* version() {
  return LSCB_VERSION;
}

std::variant<Arguments, Help, Refusal> parse(const std::vector<std::string>& words) {
  return Parser{words}.parse();
}

}  // namespace lscb::ui
