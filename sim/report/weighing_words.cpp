#include "report/weighing_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "report/course_sentences.h"

namespace lscb::report {
namespace {

bool differs(double a, double b) {
  return std::abs(b - a) >= shown;
}

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

/// Whether the file's label makes the same concern seem smaller.
bool is_lower(record::Label label) {
  return label == record::Label::no_further_action || label == record::Label::caf;
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

/// Terms of evidence that a stage takes from the same file in the same way as another.
struct ReadAlike {
  bool report = true;
  bool history = true;
};

ReadAlike read_alike(trace::Stage a, trace::Stage b) {
  using trace::Stage;
  const auto both = [&](auto is) { return is(a) && is(b); };
  const bool door = both([](Stage s) { return s == Stage::screening || s == Stage::referral; });
  const bool again =
      both([](Stage s) { return s == Stage::challenge || s == Stage::lead_challenge || s == Stage::audit; });
  return {a != Stage::lead_challenge && b != Stage::lead_challenge, door || again};
}

/// What is told of a term: the reason where what stood before the worker shows one, else that it counted for
/// more or less. Under the second design, by how it pulled there.
class Terms {
 public:
  Terms(const Designs& designs, const trace::Judged& a, const trace::Judged& b, const Policies& policies,
        Order order)
      : names_(designs), a_(a), b_(b), policies_(policies), order_(order) {
    const door::Score &s = a.score, &t = b.score;
    const bool same_stage = a.stage == b.stage;
    const ReadAlike alike = same_stage ? ReadAlike{} : read_alike(a.stage, b.stage);
    if (alike.report) add(t.report - s.report, "what was told", report());
    if (alike.history) add(t.history - s.history, "the family's history", history(t.history > s.history));
    add(t.checks - s.checks, "the checks", checks(t.checks > s.checks));
    add(t.engagement - s.engagement, "the family's engagement", engagement(t.engagement > s.engagement));
    if (!same_stage) return;
    add(t.account - s.account, "the parents' account", account(t.account > s.account));
    add(t.norm - s.norm, "the team's yardstick", yardstick(t.norm > s.norm));
    add(t.backlog - s.backlog, "the work that waited", backlog(t.backlog > s.backlog));
    add(t.anchor - s.anchor, "the earlier outcome", label(t.anchor > s.anchor));
    add(t.noise - s.noise, "chance", chance(t.noise > s.noise));
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
    if (!f.chronology_read && !e.chronology_read && (f.in_view > e.in_view) == up &&
        differs(e.in_view, f.in_view))
      return under(
          fmt::format("{} of the file was known without being read, so the family's history counted "
                      "for {}",
                      more(up), more(up)));
    if ((f.concerns_on_file > e.concerns_on_file) == up && differs(e.concerns_on_file, f.concerns_on_file))
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
    if (differs(before, now) && (now < before) == up)
      return under(up ? "the team had lately seen milder cases, beside which this one seemed greater"
                      : "the team had lately seen graver cases, beside which this one seemed smaller");
    return under(fmt::format("what the team had come to find usual made this one seem {}",
                             up ? "greater" : "smaller"));
  }
  [[nodiscard]] std::string backlog(bool up) const {
    const double before = a_.decider.backlog_weeks, now = b_.decider.backlog_weeks;
    if (differs(before, now) && (now < before) == up)
      return under(
          up ? std::string{"the desk was less far behind, so the same concern weighed more"} +
                   (order_ == Order::second_later ? ", though this piece was reached later there" : "")
             : std::string{"the desk was further behind, so the same concern weighed less"} +
                   (order_ == Order::second_earlier ? ", though this piece was reached earlier there" : ""));
    return under(fmt::format("the work that waited told {} against this call", more(!up)));
  }
  [[nodiscard]] std::string label(bool up) const {
    if (is_lower(a_.evidence.label) != is_lower(b_.evidence.label))
      return fmt::format(
          "The last outcome on file was not the same: {} under {}, {} under {}. An earlier, lower one makes "
          "the same concern seem smaller.",
          label_in_words(a_.evidence.label), names_.first, label_in_words(b_.evidence.label), names_.second);
    // Both are lower, and which of the two it is counts for nothing.
    if (policies_.first != nullptr && policies_.second != nullptr) {
      const double before = policies_.first->downgrade_anchor, now = policies_.second->downgrade_anchor;
      if (differs(before, now) && (now < before) == up)
        return under(
            fmt::format("policy let an earlier, lower outcome on file ({}) count for {} against the "
                        "concern",
                        label_in_words(b_.evidence.label), more(!up)));
    }
    return under(fmt::format("an earlier, lower outcome on file ({}) counted for {} against the concern",
                             label_in_words(b_.evidence.label), more(!up)));
  }
  [[nodiscard]] std::string chance(bool up) const {
    const char* seemed = up ? "greater" : "smaller";
    if (a_.decider.noise != b_.decider.noise)
      return under(
          fmt::format("another draw of chance, in how one worker sees it on one day, made the "
                      "concern seem {}",
                      seemed));
    const double before = a_.decider.inexperience, now = b_.decider.inexperience;
    const bool larger = std::abs(b_.score.noise) > std::abs(a_.score.noise);
    if (differs(before, now) && (now > before) == larger)
      return under(
          fmt::format("who decided was {} experienced, and chance, which then plays a {} part, made "
                      "the concern seem {}",
                      more(now < before), larger ? "larger" : "smaller", seemed));
    return under(
        fmt::format("the same chance, in how one worker sees it on one day, counted for {} and made "
                    "the concern seem {}",
                    more(larger), seemed));
  }

  /// Policy moves all thresholds but that for information and advice. What it has not moved was published
  /// otherwise.
  void thresholds() {
    std::vector<std::string> harder, easier, published_harder, published_easier;
    double of_policy = 0.0, of_published = 0.0;
    const bool policy_differs =
        policies_.first != nullptr && policies_.second != nullptr &&
        (differs(policies_.first->assessment_shift, policies_.second->assessment_shift) ||
         differs(policies_.first->section47_shift, policies_.second->section47_shift) ||
         differs(policies_.first->caf_shift, policies_.second->caf_shift));
    const std::vector<Bar> before = bars_of(a_), now = bars_of(b_);
    for (std::size_t i = 0; i < before.size() && i < now.size(); ++i) {
      const double difference = now[i].from - before[i].from;
      if (std::abs(difference) < shown) continue;
      const bool of = policy_differs && now[i].opens != door::Decision::information_and_advice;
      double& size = of ? of_policy : of_published;
      size = std::max(size, std::abs(difference));
      if (of) {
        (difference > 0.0 ? harder : easier).emplace_back(now[i].what);
      } else {
        (difference > 0.0 ? published_harder : published_easier).emplace_back(now[i].what);
      }
    }
    if (of_policy > 0.0)
      causes_.push_back({of_policy, policy_in_words(names_, harder, easier), "the thresholds"});
    if (of_published > 0.0)
      causes_.push_back(
          {of_published,
           policy_in_words(names_, published_harder, published_easier, "the published thresholds"),
           "the published thresholds"});
  }

  const Designs& names_;
  const trace::Judged& a_;
  const trace::Judged& b_;
  const Policies& policies_;
  Order order_;
  std::vector<Cause> causes_;
};

/// What the sum comes to by the door's own rule, at that stage.
door::Decision decided(const trace::Judged& judged) {
  using door::Decision;
  const double total = judged.score.total();
  const Decision decision = door::decide(judged.thresholds, total);
  if (judged.stage != trace::Stage::screening || decision == Decision::strategy_discussion) return decision;
  // Short of being taken on as a referral it comes to CAF at most.
  return total >= judged.thresholds.referral ? Decision::assessment : std::min(decision, Decision::caf);
}

/// What that opens; null where it opens nothing at that stage.
const char* opened(const trace::Judged& judged) {
  const door::Decision decision = decided(judged);
  for (const Bar& bar : bars_of(judged)) {
    if (bar.opens == decision) return bar.what;
  }
  return nullptr;
}

std::string enough_in_words(const char* opened) {
  return opened != nullptr ? fmt::format("enough for {}", opened) : "too little for any threshold";
}

std::string what_it_came_to(const Designs& designs, const trace::Judged& a, const trace::Judged& b) {
  const char *of_a = opened(a), *of_b = opened(b);
  const std::string told_a = enough_in_words(of_a), told_b = enough_in_words(of_b);
  if (told_a == told_b) return fmt::format("Under both, what was weighed was {}.", told_a);
  if (a.stage != b.stage)
    return fmt::format("What was weighed was {} under {}, and {} under {}.", told_a, designs.first, told_b,
                       designs.second);
  const bool a_is_more = of_b == nullptr || (of_a != nullptr && decided(a) > decided(b));
  const char* less = a_is_more ? of_b : of_a;
  return fmt::format("What was weighed was {} under {}; under {} it was {}{}.", a_is_more ? told_a : told_b,
                     a_is_more ? designs.first : designs.second, a_is_more ? designs.second : designs.first,
                     a_is_more ? told_b : told_a, less != nullptr ? " only" : "");
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
  return enough_in_words(opened(a)) == enough_in_words(opened(b));
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
                            const std::vector<std::string>& less, const char* who_asks) {
  std::vector<std::string> parts;
  if (!more.empty()) parts.push_back("for more before " + joined(more));
  if (!less.empty()) parts.push_back("for less before " + joined(less));
  return fmt::format("Under {} {} asked {} than under {}.", designs.second, who_asks,
                     parts.size() == 2 ? parts[0] + ", and " + parts[1] : joined(parts), designs.first);
}

std::vector<std::string> weighing_in_words(const Designs& designs, const trace::Judged& first,
                                           const trace::Judged& second, const Policies& policies,
                                           Order order) {
  if (first == second) return {};
  std::vector<Cause> causes = Terms{designs, first, second, policies, order}.causes();
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
  if (first.stage != second.stage) {
    all.insert(all.begin(),
               fmt::format("It was weighed {} under {} and {} under {}; each has rules of its own.",
                           stage_in_words(first.stage), designs.first, stage_in_words(second.stage),
                           designs.second));
  }
  if (all.empty()) all.emplace_back("What was weighed hardly differed.");
  if (std::string chance = chance_in_both(first, second); !chance.empty()) all.push_back(std::move(chance));
  all.push_back(what_it_came_to(designs, first, second));
  if (std::string enough = enough_alone(designs, first, second); !enough.empty())
    all.push_back(std::move(enough));
  return all;
}

}  // namespace lscb::report
