#include "report/paired_courses.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "experiment/divergence.h"

namespace lscb::report {
namespace {

using experiment::Course;
using trace::Lane;

bool same(const Sentence& a, const Sentence& b) {
  return a.lane == b.lane && a.text == b.text;
}

/// "Screening, by ..." as it goes on after "Under no-change, "; "CAF review" stays.
void append_going_on(std::string& out, std::string_view text) {
  const auto capital = [&](std::size_t place) {
    return place < text.size() && text[place] >= 'A' && text[place] <= 'Z';
  };
  if (capital(0) && !capital(1)) {
    out += static_cast<char>(text[0] - 'A' + 'a');
    text.remove_prefix(1);
  }
  out += text;
}

class Pairing {
 public:
  Pairing(const Course& first, const Course& second)
      : first_(first),
        second_(second),
        parting_(experiment::divergence(first, second)),
        outcome_(experiment::different_outcome(first, second)),
        of_first_(entries_of(first, parting_ ? parting_->in_first : std::nullopt)),
        of_second_(entries_of(second, parting_ ? parting_->in_second : std::nullopt)) {}

  std::vector<PairedEntry> all() {
    using Of = PairedEntry::Of;
    std::size_t a = 0, b = 0;
    while (a < of_first_.size() || b < of_second_.size()) {
      if (a < of_first_.size() && b < of_second_.size()) {
        if (auto both = together(of_first_[a], of_second_[b])) {
          add(Of::both, std::move(*both));
          ++a;
          ++b;
          continue;
        }
      }
      const bool is_first =
          b == of_second_.size() || (a < of_first_.size() && of_first_[a].at <= of_second_[b].at);
      if (is_first) {
        add(Of::first, of_first_[a++]);
      } else {
        add(Of::second, of_second_[b++]);
      }
    }
    return std::move(all_);
  }

 private:
  void add(PairedEntry::Of of, Entry entry) {
    const bool both = of == PairedEntry::Of::both;
    const bool parts = !parted_ && parting_ && !both &&
                       beyond(entry, of == PairedEntry::Of::first ? parting_->in_first : parting_->in_second);
    parted_ = parted_ || parts;
    const bool outcome = outcome_ && !both && entry.at >= outcome_->at;
    if (outcome) outcome_.reset();
    all_.push_back({of, std::move(entry), parts, outcome});
  }

  /// Whether the entry holds the step at which the courses part, or a later one.
  static bool beyond(const Entry& entry, const std::optional<std::size_t>& place) {
    return place && entry.end_step > *place;
  }

  [[nodiscard]] bool before_the_parting(const Entry& a, const Entry& b) const {
    return !parting_ || (!beyond(a, parting_->in_first) && !beyond(b, parting_->in_second));
  }

  /// The entry of both, where nothing differs but what stood in view, or by whom the same was done.
  [[nodiscard]] std::optional<Entry> together(const Entry& a, const Entry& b) const {
    if (a.at != b.at || a.to != b.to) return std::nullopt;
    const bool others_may_do_it = before_the_parting(a, b);
    Entry both{a.at, a.to, {}, a.first_step, a.end_step};
    std::size_t i = 0, j = 0;
    while (i < a.sentences.size() || j < b.sentences.size()) {
      const std::size_t view_a = view_ends(a, i), view_b = view_ends(b, j);
      put(both, a, i, view_a, b, j, view_b);
      i = view_a;
      j = view_b;
      if (i == a.sentences.size() && j == b.sentences.size()) break;
      if (i == a.sentences.size() || j == b.sentences.size()) return std::nullopt;
      if (a.sentences[i].lane != b.sentences[j].lane) return std::nullopt;
      if (!others_may_do_it && !same(a.sentences[i], b.sentences[j])) return std::nullopt;
      put(both, a, i, i + 1, b, j, j + 1);
      ++i;
      ++j;
    }
    return both;
  }

  static std::size_t view_ends(const Entry& entry, std::size_t from) {
    while (from < entry.sentences.size() && entry.sentences[from].lane == Lane::in_view) ++from;
    return from;
  }

  void put(Entry& both, const Entry& a, std::size_t i, std::size_t end_a, const Entry& b, std::size_t j,
           std::size_t end_b) const {
    const bool alike = std::equal(at(a, i), at(a, end_a), at(b, j), at(b, end_b), same);
    for (std::size_t k = i; k < end_a; ++k)
      both.sentences.push_back(alike ? a.sentences[k] : under(first_, a.sentences[k]));
    if (alike) return;
    for (std::size_t k = j; k < end_b; ++k) both.sentences.push_back(under(second_, b.sentences[k]));
  }

  static std::vector<Sentence>::const_iterator at(const Entry& entry, std::size_t place) {
    return entry.sentences.begin() + static_cast<std::ptrdiff_t>(place);
  }

  static Sentence under(const Course& course, const Sentence& sentence) {
    std::string text = fmt::format("Under {}, ", course.scenario);
    append_going_on(text, sentence.text);
    return {sentence.lane, std::move(text), sentence.of_clock};
  }

  const Course& first_;
  const Course& second_;
  std::optional<experiment::Divergence> parting_;
  std::optional<experiment::DifferentOutcome> outcome_;
  std::vector<Entry> of_first_;
  std::vector<Entry> of_second_;
  std::vector<PairedEntry> all_;
  bool parted_ = false;
};

}  // namespace

std::vector<PairedEntry> paired(const Course& first, const Course& second) {
  return Pairing{first, second}.all();
}

}  // namespace lscb::report
