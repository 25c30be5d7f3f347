#include "report/phrases.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace lscb::report {
namespace {

using experiment::Estimate;

/// How a unit is put into words.
struct Wording {
  std::string before;    ///< "£"
  std::string plural;    ///< " children", " percentage points", ""
  std::string singular;  ///< " child"
  std::string after;     ///< " a year"
  std::string_view more = "more";
  std::string_view fewer = "fewer";
  std::string same = "number";
  double scale = 1.0;           ///< a share is shown in hundredths
  bool noun_after_word = true;  ///< "31 more children", but "3 percentage points higher"
};

std::string one_of(std::string_view noun) {
  const auto ends = [noun](std::string_view tail) {
    return noun.size() >= tail.size() && noun.substr(noun.size() - tail.size()) == tail;
  };
  const auto without = [noun](std::size_t count) { return std::string{noun.substr(0, noun.size() - count)}; };
  if (ends("children")) return without(3);
  if (ends("ies")) return without(3).append("y");
  if (ends("s")) return without(1);
  return std::string{noun};
}

Wording wording(std::string_view unit) {
  Wording w;
  const std::size_t article = unit.find(" a ");
  const std::string_view noun = unit.substr(0, article);
  if (article != std::string_view::npos) w.after = unit.substr(article);
  if (noun == "pounds") {
    w.before = "£";
    w.fewer = "less";
    w.same = "amount";
  } else if (noun == "share") {
    w.plural = " percentage points";
    w.singular = " percentage point";
    w.more = "higher";
    w.fewer = "lower";
    w.same = "share";
    w.scale = 100.0;
    w.noun_after_word = false;
  } else {
    w.plural = fmt::format(" {}", noun);
    w.singular = fmt::format(" {}", one_of(noun));
  }
  return w;
}

/// Decimals that show the power of ten at or below `half_width`; negative for tens and more.
int decimals_for(double half_width) {
  return -static_cast<int>(std::floor(std::log10(half_width)));
}

double rounded(double value, int decimals) {
  const double unit = std::pow(10.0, -decimals);
  return std::round(value / unit) * unit;
}

/// Of the third significant digit.
int decimals_for_three(double value) {
  return value == 0.0 ? 0 : 2 - static_cast<int>(std::floor(std::log10(std::abs(value))));
}

/// All of a whole number; of others up to three significant digits, and no zeros at their end.
int decimals_for_exact(double value) {
  const int most = std::max(decimals_for_three(value), 0);
  int decimals = 0;
  while (decimals < most &&
         std::abs(rounded(value, decimals) - rounded(value, most)) > 1e-12 * std::abs(value)) {
    ++decimals;
  }
  return decimals;
}

/// What one run knows of itself.
int decimals_for_one_run(double value) {
  return std::min(decimals_for_exact(value), decimals_for_three(value));
}

/// Every run gave the same: what width there is comes from rounding.
bool without_width(const Estimate& e) {
  return e.low && e.high && e.mean && *e.high - *e.low <= 1e-9 * std::abs(*e.mean);
}

int decimals_of(const Estimate& e, double mean, double scale) {
  if (without_width(e)) return decimals_for_exact(mean * scale);
  if (!e.low || !e.high) return decimals_for_one_run(mean * scale);
  const double half_width = (*e.high - *e.low) / 2.0 * scale;
  int decimals = std::min(decimals_for(half_width), 12);
  const bool one_sided = *e.low > 0.0 || *e.high < 0.0;
  const double nearest = std::min(std::abs(*e.low), std::abs(*e.high)) * scale;
  for (int more = 0; more < 3 && one_sided && rounded(nearest, decimals) == 0.0; ++more) ++decimals;
  return decimals;
}

bool reads_as_one(std::string_view number) {
  return number == "1";
}

std::string signed_in_words(const Estimate& e, const Wording& w) {
  const int decimals = decimals_of(e, *e.mean, w.scale);
  const auto number = [&](double value) { return w.before + grouped(std::abs(value) * w.scale, decimals); };
  const auto word = [&w](double value) { return value < 0.0 ? w.fewer : w.more; };
  const auto is_zero = [&](double value) { return rounded(value * w.scale, decimals) == 0.0; };

  std::string text;
  const std::string mean = number(*e.mean);
  const std::string& noun = reads_as_one(mean) ? w.singular : w.plural;
  if (is_zero(*e.mean)) {
    text = w.noun_after_word && !w.plural.empty() ? fmt::format("about as many{}{}", w.plural, w.after)
                                                  : fmt::format("about the same {}{}", w.same, w.after);
  } else if (w.noun_after_word) {
    text = fmt::format("about {} {}{}{}", mean, word(*e.mean), noun, w.after);
  } else {
    text = fmt::format("about {}{} {}{}", mean, noun, word(*e.mean), w.after);
  }
  if (!e.low || !e.high) return text + " (one run: no interval)";
  if (without_width(e)) return text.substr(std::string_view{"about "}.size()) + " in every run";
  if (*e.low > 0.0) return text + fmt::format(", {} to {}", number(*e.low), number(*e.high));
  if (*e.high < 0.0) return text + fmt::format(", {} to {}", number(*e.high), number(*e.low));
  const auto end = [&](double value) {
    return is_zero(value) ? std::string{"none"} : fmt::format("{} {}", number(value), word(value));
  };
  return text + fmt::format(", {} to {}", end(*e.low), end(*e.high));
}

/// Two significant digits more than its size.
std::string size_in_words(double size, const Wording& w) {
  const double value = size * w.scale;
  const int decimals = value == 0.0 ? 0 : std::max(1 - static_cast<int>(std::floor(std::log10(value))), 0);
  return grouped(value, decimals);
}

std::string plain_verdict(const Judged& judged, std::string_view unit) {
  if (judged.verdict == experiment::Verdict::more) return std::string{wording(unit).more};
  if (judged.verdict == experiment::Verdict::fewer) return std::string{wording(unit).fewer};
  std::string text{experiment::words(judged.verdict)};
  if (judged.verdict == experiment::Verdict::not_enough_runs && judged.runs_needed) {
    const auto runs = static_cast<double>(*judged.runs_needed);
    const int size = static_cast<int>(std::floor(std::log10(runs)));
    text += fmt::format(" (about {} would do)", grouped(runs, std::min(1 - size, 0)));
  }
  return text;
}

/// "more" or "fewer" of a difference that does not matter and is yet none of chance.
std::optional<std::string_view> settled_sign(const Judged& judged, std::string_view unit) {
  if (judged.verdict != experiment::Verdict::no_difference_that_matters || !judged.delta) return std::nullopt;
  const Estimate& e = judged.difference;
  if (e.low && *e.low > 0.0) return wording(unit).more;
  if (e.high && *e.high < 0.0) return wording(unit).fewer;
  return std::nullopt;
}

/// The delta beside a difference whose unit has been told: "43", "£20,000", "2 percentage points".
std::string size_of(const Judged& judged, std::string_view unit) {
  const Wording w = wording(unit);
  const std::string number = size_in_words(*judged.delta, w);
  const std::string noun = w.noun_after_word ? "" : (reads_as_one(number) ? w.singular : w.plural);
  return fmt::format("{}{}{}", w.before, number, noun);
}

}  // namespace

std::string grouped(double value, int decimals) {
  const std::string digits =
      fmt::format("{:.{}f}", std::abs(rounded(value, decimals)), std::max(decimals, 0));
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  const bool zero = digits.find_first_not_of("0.") == std::string::npos;
  std::string out{value < 0.0 && !zero ? "-" : ""};
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i < whole && (whole - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

std::string three_figures(double value) {
  return grouped(value, decimals_for_one_run(value));
}

std::string level_in_words(const Estimate& e, std::string_view unit) {
  if (!e.mean) return "not defined";
  const Wording w = wording(unit);
  const int decimals = decimals_of(e, *e.mean, w.scale);
  const auto number = [&](double value) { return w.before + grouped(value * w.scale, decimals); };
  const std::string mean = number(*e.mean);
  std::string noun = reads_as_one(mean) ? w.singular : w.plural;
  if (!w.noun_after_word) noun = " %";
  std::string text = fmt::format("about {}{}{}", mean, noun, w.after);
  if (!e.low || !e.high) return text + " (one run: no interval)";
  if (without_width(e)) return fmt::format("{}{}{} in every run", mean, noun, w.after);
  return text + fmt::format(", {} to {}", number(*e.low), number(*e.high));
}

std::string difference_in_words(const Estimate& e, std::string_view unit) {
  if (!e.mean) return "not defined";
  if (e.low && e.high && *e.low == 0.0 && *e.high == 0.0) return "exactly the same in every run";
  return signed_in_words(e, wording(unit));
}

std::string relative_in_words(const Estimate& e) {
  if (!e.mean) return "not defined";
  if (e.low && e.high && *e.low == 0.0 && *e.high == 0.0) return "exactly the same in every run";
  Wording w = wording("share");
  w.plural = w.singular = " %";
  w.same = "amount";
  return signed_in_words(e, w);
}

std::string balance_in_words(const Estimate& e, std::string_view unit) {
  if (!e.mean) return "not defined";
  if (e.low && e.high && *e.low == 0.0 && *e.high == 0.0) return "exactly the budget in every run";
  Wording w = wording(unit);
  const bool yearly = !w.after.empty();
  w.after.clear();
  w.more = yearly ? "a year over the budget" : "over the budget";
  w.fewer = yearly ? "a year under the budget" : "under the budget";
  w.same = "as the budget";
  w.noun_after_word = false;
  return signed_in_words(e, w);
}

std::string verdict_in_words(const Judged& judged, std::string_view unit) {
  const std::string plain = plain_verdict(judged, unit);
  const auto sign = settled_sign(judged, unit);
  if (!sign) return plain;
  return fmt::format("{}: {}, by less than the {} you would act on", plain, *sign, size_of(judged, unit));
}

std::string verdict_in_short(const Judged& judged, std::string_view unit) {
  const auto sign = settled_sign(judged, unit);
  if (!sign) return plain_verdict(judged, unit);
  return fmt::format("{}, by less than {}", *sign, size_of(judged, unit));
}

std::string correlation_in_words(std::optional<double> correlation) {
  if (!correlation) return "correlation not defined";
  return fmt::format("correlation {}{}", grouped(*correlation, 2),
                     std::abs(*correlation) < small_correlation ? ", small" : "");
}

std::string delta_in_words(double delta, std::string_view unit) {
  const Wording w = wording(unit);
  const std::string number = size_in_words(delta, w);
  return fmt::format("{}{}{}{}", w.before, number, reads_as_one(number) ? w.singular : w.plural, w.after);
}

std::string date_in_words(Instant at) {
  static constexpr std::array<const char*, 12> months = {"January",   "February", "March",    "April",
                                                         "May",       "June",     "July",     "August",
                                                         "September", "October",  "November", "December"};
  const auto date = date_of(at);
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day()),
                     months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()));
}

std::string window_in_words(Interval window) {
  return fmt::format("{} to {}", date_in_words(window.from), date_in_words(window.to - Minutes{1}));
}

}  // namespace lscb::report
