#include "report/weighing_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

#include "report/course_sentences.h"

namespace lscb::report {
namespace {

/// Below this many levels, and where something larger differs, a difference is called slight.
constexpr double slight = 0.05;
/// What the figures show as equal is equal.
constexpr double shown = 0.005;

struct Cause {
  double size = 0.0;  ///< levels
  std::string sentence;
  std::string in_short;
};

/// "under a and not under b", of what is so under one.
std::string only_under(const Designs& designs, bool first) {
  return fmt::format("under {} and not under {}", first ? designs.first : designs.second,
                     first ? designs.second : designs.first);
}

const char* label_in_words(record::Label label) {
  switch (label) {
    case record::Label::no_further_action:
      return "no further action";
    case record::Label::caf:
      return "CAF";
    default:
      return "none that was lower";
  }
}

const char* stage_in_words(trace::Stage stage) {
  static constexpr std::array<const char*, 8> stages = {"at screening",
                                                        "at the decision on the referral",
                                                        "as a call about an open case",
                                                        "on a challenge",
                                                        "on a challenge by the lead professional",
                                                        "in an audit",
                                                        "at a change of worker",
                                                        "at a second reading"};
  return stages[static_cast<std::size_t>(stage)];
}

/// What is told of a term: the reason where what stood before the worker shows one, else that it counted for
/// more or less. Under the second design, by how it pulled there.
class Terms {
 public:
  Terms(const Designs& designs, const trace::Judged& a, const trace::Judged& b, Order order)
      : names_(designs), a_(a), b_(b), order_(order) {
    const door::Score &s = a.score, &t = b.score;
    const bool more_noise = std::abs(t.noise) > std::abs(s.noise);
    add(t.report - s.report, "what was told", report());
    add(t.history - s.history, "the family's history", history(t.history > s.history));
    add(t.checks - s.checks, "the checks", checks(t.checks > s.checks));
    add(t.account - s.account, "the parents' account", account(t.account > s.account));
    add(t.engagement - s.engagement, "the family's engagement", engagement(t.engagement > s.engagement));
    add(t.norm - s.norm, "the team's yardstick", yardstick(t.norm > s.norm));
    add(t.backlog - s.backlog, "the work that waited", backlog(t.backlog > s.backlog));
    add(t.anchor - s.anchor, "the earlier outcome", label(t.anchor > s.anchor));
    add(t.noise - s.noise, "chance", chance(t.noise > s.noise, more_noise));
    thresholds();
  }

  [[nodiscard]] std::vector<Cause> causes() && { return std::move(causes_); }

 private:
  void add(double difference, const char* in_short, std::string sentence) {
    if (std::abs(difference) >= shown)
      causes_.push_back({std::abs(difference), std::move(sentence), in_short});
  }
  [[nodiscard]] std::string under(const std::string& what) const {
    return fmt::format("Under {} {}.", names_.second, what);
  }
  static const char* more(bool is) { return is ? "more" : "less"; }

  [[nodiscard]] std::string report() const {
    const bool up = b_.score.report > a_.score.report;
    if (a_.evidence.specific != b_.evidence.specific)
      return fmt::format("It was told in particulars {}, and what was told weighed {} under {}.",
                         only_under(names_, a_.evidence.specific), more(up), names_.second);
    return under(fmt::format("what was told weighed {}", more(up)));
  }
  [[nodiscard]] std::string history(bool up) const {
    const door::Evidence &e = a_.evidence, &f = b_.evidence;
    if (e.chronology_read != f.chronology_read && f.chronology_read == up)
      return fmt::format("The chronology was read {}, so the family's history counted for {} under {}.",
                         only_under(names_, e.chronology_read), more(up), names_.second);
    if (!f.chronology_read && !e.chronology_read && (f.in_view > e.in_view) == up && f.in_view != e.in_view)
      return under(
          fmt::format("{} of the file was known without being read, so the family's history counted "
                      "for {}",
                      more(up), more(up)));
    if ((f.concerns_on_file > e.concerns_on_file) == up && f.concerns_on_file != e.concerns_on_file)
      return under(
          fmt::format("{} concern was on file, so the family's history counted for {}", more(up), more(up)));
    return under(fmt::format("the family's history counted for {}", more(up)));
  }
  [[nodiscard]] std::string checks(bool up) const {
    if (a_.evidence.adult_on_record != b_.evidence.adult_on_record)
      return fmt::format("A dangerous adult was known of {}.",
                         only_under(names_, a_.evidence.adult_on_record));
    return under(fmt::format("what partner agencies' records show counted for {}", more(up)));
  }
  [[nodiscard]] std::string account(bool up) const {
    if (a_.evidence.account_tested != b_.evidence.account_tested)
      return fmt::format("The parents' account was tested {}; where it is taken as told, it reassures.",
                         only_under(names_, a_.evidence.account_tested));
    return under(fmt::format("the parents' account reassured {}", more(!up)));
  }
  [[nodiscard]] std::string engagement(bool up) const {
    if (a_.evidence.engages != b_.evidence.engages)
      return fmt::format("The family seemed to engage {}, which reassures.",
                         only_under(names_, a_.evidence.engages));
    return under(fmt::format("the family's engagement reassured {}", more(!up)));
  }
  [[nodiscard]] std::string yardstick(bool up) const {
    const double before = a_.decider.yardstick, now = b_.decider.yardstick;
    if (before != now && (now < before) == up)
      return under(up ? "the team had lately seen milder cases, beside which this one seemed greater"
                      : "the team had lately seen graver cases, beside which this one seemed smaller");
    return under(fmt::format("what the team had come to find usual made this one seem {}",
                             up ? "greater" : "smaller"));
  }
  [[nodiscard]] std::string backlog(bool up) const {
    const double before = a_.decider.backlog_weeks, now = b_.decider.backlog_weeks;
    if (before != now && (now < before) == up)
      return under(
          up ? std::string{"the desk was less far behind, so the same concern weighed more"} +
                   (order_ == Order::second_later ? ", though this piece was reached later there" : "")
             : std::string{"the desk was further behind, so the same concern weighed less"} +
                   (order_ == Order::second_earlier ? ", though this piece was reached earlier there" : ""));
    return under(fmt::format("the work that waited told {} against this call", more(!up)));
  }
  [[nodiscard]] std::string label(bool up) const {
    if (a_.evidence.label != b_.evidence.label)
      return fmt::format(
          "The last outcome on file was not the same: {} under {}, {} under {}. An earlier, lower one makes "
          "the same concern seem smaller.",
          label_in_words(a_.evidence.label), names_.first, label_in_words(b_.evidence.label), names_.second);
    return under(fmt::format("an earlier, lower outcome on file ({}) counted for {} against the concern",
                             label_in_words(b_.evidence.label), more(!up)));
  }
  [[nodiscard]] std::string chance(bool up, bool more_noise) const {
    const double before = a_.decider.inexperience, now = b_.decider.inexperience;
    const char* seemed = up ? "greater" : "smaller";
    if (before != now && (now > before) == more_noise)
      return under(
          fmt::format("who decided was {} experienced, and chance, which then plays a {} part, made "
                      "the concern seem {}",
                      more(now < before), more_noise ? "larger" : "smaller", seemed));
    return under(
        fmt::format("chance, in how one worker sees it on one day, made the concern seem {}", seemed));
  }

  void thresholds() {
    std::vector<std::string> harder, easier;
    double size = 0.0;
    if (a_.stage != b_.stage) {
      causes_.push_back(
          {1.0,
           fmt::format("It was weighed {} under {} and {} under {}; each has thresholds of its own.",
                       stage_in_words(a_.stage), names_.first, stage_in_words(b_.stage), names_.second),
           "the stage"});
      return;
    }
    const std::vector<Bar> before = bars_of(a_), now = bars_of(b_);
    for (std::size_t i = 0; i < before.size() && i < now.size(); ++i) {
      const double difference = now[i].from - before[i].from;
      if (std::abs(difference) < shown) continue;
      size = std::max(size, std::abs(difference));
      (difference > 0.0 ? harder : easier).emplace_back(now[i].what);
    }
    if (size > 0.0) causes_.push_back({size, policy_in_words(names_, harder, easier), "the thresholds"});
  }

  const Designs& names_;
  const trace::Judged& a_;
  const trace::Judged& b_;
  Order order_;
  std::vector<Cause> causes_;
};

/// The highest threshold that the sum reaches; without a name, and lower than any, where it reaches none.
Bar reached(const trace::Judged& judged) {
  Bar highest{nullptr, std::numeric_limits<double>::lowest()};
  for (const Bar& bar : bars_of(judged)) {
    if (judged.score.total() >= bar.from && bar.from >= highest.from) highest = bar;
  }
  return highest;
}

std::string what_it_came_to(const Designs& designs, const trace::Judged& a, const trace::Judged& b) {
  const Bar of_a = reached(a), of_b = reached(b);
  const auto name = [](const Bar& bar) { return std::string{bar.what != nullptr ? bar.what : ""}; };
  if (name(of_a) == name(of_b))
    return of_a.what == nullptr ? "Under both, what was weighed was too little for any threshold."
                                : fmt::format("Under both, what was weighed was enough for {}.", of_a.what);
  const bool a_is_more = of_a.from > of_b.from;
  const Bar &more = a_is_more ? of_a : of_b, &less = a_is_more ? of_b : of_a;
  return fmt::format(
      "What was weighed was enough for {} under {}; under {} it was {}.", more.what,
      a_is_more ? designs.first : designs.second, a_is_more ? designs.second : designs.first,
      less.what != nullptr ? fmt::format("enough for {} only", less.what) : "too little for any threshold");
}

using Term = double door::Score::*;
constexpr std::array<std::pair<Term, const char*>, 9> terms = {
    {{&door::Score::report, "what was told"},
     {&door::Score::history, "the history"},
     {&door::Score::checks, "the checks"},
     {&door::Score::account, "the account"},
     {&door::Score::engagement, "the engagement"},
     {&door::Score::norm, "the yardstick"},
     {&door::Score::backlog, "the work that waited"},
     {&door::Score::anchor, "the earlier outcome"},
     {&door::Score::noise, "chance"}}};

bool comes_to_the_same(const trace::Judged& a, const trace::Judged& b) {
  const Bar of_a = reached(a), of_b = reached(b);
  return (of_a.what == nullptr) == (of_b.what == nullptr) &&
         (of_a.what == nullptr || std::string_view{of_a.what} == of_b.what);
}

/// The largest difference of a threshold that both have.
double thresholds_apart(const trace::Judged& a, const trace::Judged& b) {
  const std::vector<Bar> of_a = bars_of(a), of_b = bars_of(b);
  double most = 0.0;
  for (std::size_t i = 0; i < of_a.size() && i < of_b.size(); ++i)
    most = std::max(most, std::abs(of_a[i].from - of_b[i].from));
  return most;
}

/// Where it came to something else and chance, which is the same in both, is larger than each part that
/// differs, or than all of them together.
std::string chance_in_both(const trace::Judged& a, const trace::Judged& b) {
  if (a.stage != b.stage || comes_to_the_same(a, b) || std::abs(a.score.noise - b.score.noise) >= shown)
    return {};
  const double chance = std::min(std::abs(a.score.noise), std::abs(b.score.noise));
  double most = thresholds_apart(a, b), sum = most;
  for (const auto& [term, name] : terms) {
    const double apart = std::abs(a.score.*term - b.score.*term);
    most = std::max(most, apart);
    sum += apart;
  }
  if (chance <= most) return {};
  return fmt::format("Chance, the same under both, weighed {} the concern by more than {}.",
                     a.score.noise < 0.0 ? "against" : "for",
                     chance > sum ? "all that differs together" : "any one part that differs");
}

/// Where two parts differ by more than slightly and it came to something else: whether one of them alone, as
/// under the second design and all else as under the first, would have brought that about.
std::string enough_alone(const Designs& designs, const trace::Judged& a, const trace::Judged& b) {
  if (a.stage != b.stage || comes_to_the_same(a, b)) return {};
  struct Part {
    Term term;  ///< null: the thresholds
    const char* name;
  };
  std::vector<Part> parts;
  for (const auto& [term, name] : terms) {
    if (std::abs(a.score.*term - b.score.*term) >= slight) parts.push_back({term, name});
  }
  if (thresholds_apart(a, b) >= slight) parts.push_back({nullptr, "the thresholds"});
  if (parts.size() != 2) return {};
  const auto put = [&b](trace::Judged& judged, const Part& part) {
    if (part.term != nullptr) {
      judged.score.*part.term = b.score.*part.term;
    } else {
      judged.thresholds = b.thresholds;
    }
  };
  std::array<bool, 2> alone{};
  trace::Judged with_both = a;
  for (std::size_t i = 0; i < 2; ++i) {
    trace::Judged with_one = a;
    put(with_one, parts[i]);
    put(with_both, parts[i]);
    alone[i] = comes_to_the_same(with_one, b);
  }
  const std::string head =
      fmt::format("By the figures, with {} or {} as under {} and all else as under {}: ", parts[0].name,
                  parts[1].name, designs.second, designs.first);
  if (alone[0] && alone[1]) return head + "either alone would have been enough.";
  if (alone[0] || alone[1])
    return fmt::format("{}{} alone would have been enough, {} alone would not.", head,
                       parts[alone[0] ? 0 : 1].name, parts[alone[0] ? 1 : 0].name);
  return comes_to_the_same(with_both, b) ? head + "only both together made the difference." : std::string{};
}

}  // namespace

std::string policy_in_words(const Designs& designs, const std::vector<std::string>& more,
                            const std::vector<std::string>& less) {
  std::vector<std::string> parts;
  if (!more.empty()) parts.push_back("for more before " + joined(more));
  if (!less.empty()) parts.push_back("for less before " + joined(less));
  return fmt::format("Under {} policy asked {} than under {}.", designs.second,
                     parts.size() == 2 ? parts[0] + ", and " + parts[1] : joined(parts), designs.first);
}

std::vector<std::string> weighing_in_words(const Designs& designs, const trace::Judged& first,
                                           const trace::Judged& second, Order order) {
  if (first == second) return {};
  std::vector<Cause> causes = Terms{designs, first, second, order}.causes();
  std::stable_sort(causes.begin(), causes.end(),
                   [](const Cause& x, const Cause& y) { return x.size > y.size; });
  std::vector<std::string> all, slighter;
  for (Cause& cause : causes) {
    if (cause.size < slight && !all.empty()) {
      slighter.push_back(std::move(cause.in_short));
    } else {
      all.push_back(std::move(cause.sentence));
    }
  }
  if (!causes.empty() && causes.front().size < slight)
    all.emplace_back("That is slight: less than a twentieth of a level on the scale of concern.");
  if (!slighter.empty()) all.push_back(fmt::format("What else differed is slight: {}.", joined(slighter)));
  if (all.empty()) all.emplace_back("What was weighed hardly differed.");
  if (std::string chance = chance_in_both(first, second); !chance.empty()) all.push_back(std::move(chance));
  all.push_back(what_it_came_to(designs, first, second));
  if (std::string enough = enough_alone(designs, first, second); !enough.empty())
    all.push_back(std::move(enough));
  return all;
}

}  // namespace lscb::report
