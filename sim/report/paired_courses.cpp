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

/// The kind of a step, and what within the kind makes two of them the same work, turn or call.
class StepKind {
 public:
  explicit StepKind(std::uint64_t kind) : kind_(kind) {}
  using Sort = std::pair<std::uint64_t, std::uint64_t>;
  Sort operator()(const trace::WorkDone& w) const { return of(w.work); }
  Sort operator()(const trace::Allocated& a) const { return of(a.place); }
  Sort operator()(const trace::Released& r) const { return of(r.place); }
  Sort operator()(const trace::Turn& t) const { return of(t.branch); }
  Sort operator()(const trace::AssessmentBegun& a) const { return of(a.kind); }
  Sort operator()(const trace::ServiceBegins& s) const { return of(s.kind); }
  Sort operator()(const trace::ServiceEnds& s) const { return of(s.kind); }
  Sort operator()(const trace::ClockStarted& c) const { return of(c.kind); }
  Sort operator()(const trace::ClockEnded& c) const { return of(c.kind); }
  Sort operator()(const trace::Told& t) const { return {kind_, t.contact.value}; }
  template <class Other>
  Sort operator()(const Other&) const {
    return {kind_, 0};
  }

 private:
  template <class Kind>
  [[nodiscard]] Sort of(Kind kind) const {
    return {kind_, static_cast<std::uint64_t>(kind)};
  }
  std::uint64_t kind_;
};

StepKind::Sort kind_of_step(const trace::Step& step) {
  return std::visit(StepKind{step.what.index()}, step.what);
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
    std::size_t a = 0, b = 0;
    while (a < of_first_.size() || b < of_second_.size()) {
      if (a < of_first_.size() && b < of_second_.size()) {
        if (auto both = together(of_first_[a], of_second_[b])) {
          put_apart(a, b);
          add({PairedEntry::Of::both, std::move(*both)});
          told_of_first_ = ++a;
          told_of_second_ = ++b;
          continue;
        }
      }
      ++(is_first(a, b) ? a : b);
    }
    put_apart(a, b);
    return std::move(all_);
  }

 private:
  /// Whether the first course's entry comes before the second's.
  [[nodiscard]] bool is_first(std::size_t a, std::size_t b) const {
    return b == of_second_.size() || (a < of_first_.size() && of_first_[a].at <= of_second_[b].at);
  }

  /// What lies up to there in either course and is not of both, a day at a time.
  void put_apart(std::size_t end_a, std::size_t end_b) {
    while (told_of_first_ < end_a || told_of_second_ < end_b) {
      const bool is_of_first =
          told_of_second_ == end_b || (told_of_first_ < end_a && is_first(told_of_first_, told_of_second_));
      const auto day = day_number((is_of_first ? of_first_[told_of_first_] : of_second_[told_of_second_]).at);
      std::size_t a = told_of_first_, b = told_of_second_;
      while (a < end_a && day_number(of_first_[a].at) == day) ++a;
      while (b < end_b && day_number(of_second_[b].at) == day) ++b;
      put_day(a, b);
    }
  }

  /// As many as can be stand beside another of their kind, each course in its own order; the others come in
  /// order of time between them.
  void put_day(std::size_t end_a, std::size_t end_b) {
    using Of = PairedEntry::Of;
    std::size_t &a = told_of_first_, &b = told_of_second_;
    const std::size_t begin_a = a, begin_b = b, width = end_b - b + 1;
    std::vector<int> most((end_a - a + 1) * width);  // that can stand beside another, from there on
    const auto from = [&](std::size_t i, std::size_t j) -> int& {
      return most[(i - begin_a) * width + (j - begin_b)];
    };
    for (std::size_t i = end_a; i-- > begin_a;) {
      for (std::size_t j = end_b; j-- > begin_b;) {
        from(i, j) = alike(of_first_[i], of_second_[j]) ? 1 + from(i + 1, j + 1)
                                                        : std::max(from(i + 1, j), from(i, j + 1));
      }
    }
    while (a < end_a || b < end_b) {
      if (a < end_a && b < end_b && alike(of_first_[a], of_second_[b])) {
        add({Of::each, of_first_[a++], false, false, of_second_[b++]});
        continue;
      }
      bool of_first = b == end_b || (a < end_a && is_first(a, b));
      if (a < end_a && b < end_b && from(a + 1, b) != from(a, b + 1))
        of_first = from(a + 1, b) > from(a, b + 1);
      if (of_first) {
        add({Of::first, of_first_[a++]});
      } else {
        add({Of::second, of_second_[b++]});
      }
    }
  }

  /// Whether both begin with the same kind of step: the same work, turn or call.
  [[nodiscard]] bool alike(const Entry& a, const Entry& b) const {
    if (a.at != a.to || b.at != b.to) return false;
    return kind_of_step(first_.steps[a.first_step]) == kind_of_step(second_.steps[b.first_step]);
  }

  void add(PairedEntry one) {
    if (one.of != PairedEntry::Of::both) {
      one.parts = !parted_ && parting_ &&
                  (beyond(of_first(one), parting_->in_first) || beyond(of_second(one), parting_->in_second));
      one.differs_in_outcome = outcome_ && from_the_outcome_on(one);
    }
    parted_ = parted_ || one.parts;
    if (one.differs_in_outcome) outcome_.reset();
    all_.push_back(std::move(one));
  }

  /// The entry that is the first course's alone, or the second's; null: none.
  static const Entry* of_first(const PairedEntry& one) {
    using Of = PairedEntry::Of;
    return one.of == Of::first || one.of == Of::each ? &one.entry : nullptr;
  }
  static const Entry* of_second(const PairedEntry& one) {
    using Of = PairedEntry::Of;
    if (one.of == Of::each) return &one.other;
    return one.of == Of::second ? &one.entry : nullptr;
  }

  /// Of two entries beside each other that of the course in which it is settled first counts.
  [[nodiscard]] bool from_the_outcome_on(const PairedEntry& one) const {
    const bool settled_in_first = outcome_->first != nullptr && outcome_->first->at == outcome_->at;
    const Entry* entry = settled_in_first ? of_first(one) : of_second(one);
    return (entry != nullptr ? entry : &one.entry)->at >= outcome_->at;
  }

  /// Whether the entry holds the step at which the courses part, or a later one.
  static bool beyond(const Entry* entry, const std::optional<std::size_t>& place) {
    return entry != nullptr && place && entry->end_step > *place;
  }

  [[nodiscard]] bool before_the_parting(const Entry& a, const Entry& b) const {
    return !parting_ || (!beyond(&a, parting_->in_first) && !beyond(&b, parting_->in_second));
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
  std::size_t told_of_first_ = 0;  // entries that stand in all_ already
  std::size_t told_of_second_ = 0;
  std::vector<PairedEntry> all_;
  bool parted_ = false;
};

}  // namespace

std::vector<PairedEntry> paired(const Course& first, const Course& second) {
  return Pairing{first, second}.all();
}

}  // namespace lscb::report
