#include "scenario/authority_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>

#include "scenario/csv.h"

namespace lscb::scenario::detail {
namespace {

struct Column {
  const char* name;
  double high;  ///< of a figure, which is never negative; 0: text
};

enum : std::size_t {
  number_column,
  name_column,
  region_column,
  children_column,
  looked_after_column,
  in_need_2011_column,
  in_need_2012_column,
  centres_2010_column,
  centres_2011_column,
  referral_rate_column,
  set_aside_column,
  column_count
};

constexpr std::array<Column, column_count> columns = {{
    {"old_la_number", 999.0},
    {"name", 0.0},
    {"region", 0.0},
    {"child_population_0_17_mid2012", 2.0e7},
    {"looked_after_31mar_2010", 1.0e7},
    {"cin_rate_2011", 10000.0},
    {"cin_rate_2012", 10000.0},
    {"s251_sure_start_net_2010_11", 1.0e10},
    {"s251_sure_start_net_2011_12", 1.0e10},
    {"referral_rate_2017_18", 10000.0},
    {"set_aside", 0.0},
}};

// The years between are bridged by England's figures: its rate of referrals in 2017-18, and its spend on
// centres in both years. Each is the sum over the authorities with a sound figure (README.md beside the
// table).
constexpr double referral_rate_2017_18 = 651822.0 / 11799722.0;          // a child, 150 authorities
constexpr double centres_2010_over_2011 = 1241690047.45 / 988845164.16;  // 142 authorities

// The fewest posts with which both teams have a social worker, England's share of case-holders being given.
constexpr double fewest_posts = 5.0;

constexpr const char* children_source =
    "ONS estimate in the annex of DfE, Characteristics of children in need 2017-18 (the column headed "
    "2013-14, which seems exchanged with the one before)";
constexpr const char* looked_after_source = "DfE, Children looked after, SFR27/2010";
constexpr const char* in_need_source = "replication data of Webb, In defence of ordinary help";
constexpr const char* centres_source = "DfE, section 251 outturn, Sure Start children's centres, net";
constexpr const char* referrals_source =
    "DfE, Characteristics of children in need 2017-18, table C1, brought to England's rate of 2012-13";

std::vector<std::string> column_names() {
  std::vector<std::string> names;
  for (const Column& column : columns) names.emplace_back(column.name);
  return names;
}

/// Which cell of a row belongs to which column.
using Places = std::array<std::size_t, column_count>;

std::optional<Places> read_heading(const FileContext& context, const Row& row) {
  constexpr std::size_t missing = static_cast<std::size_t>(-1);
  Places places;
  places.fill(missing);
  const std::vector<std::string> known = column_names();
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const Cell& cell = row.cells[i];
    const auto found = std::find(known.begin(), known.end(), cell.text);
    if (found == known.end()) {
      context.report(cell.at, fmt::format("the column {}", in_quotes(cell.text)), listed(known, known.size()),
                     nearest_name(cell.text, known));
      continue;
    }
    std::size_t& place = places[static_cast<std::size_t>(found - known.begin())];
    if (place != missing)
      context.report(cell.at, fmt::format("a second column {}", cell.text), "one of them");
    place = i;
  }
  bool all = true;
  for (std::size_t c = 0; c < column_count; ++c) {
    if (places[c] != missing) continue;
    all = false;
    context.report({row.line, 1}, fmt::format("no column {}", columns[c].name), "every column of the table");
  }
  return all ? std::optional(places) : std::nullopt;
}

/// One row, as it is turned into an area.
class RowReader {
 public:
  RowReader(const FileContext& context, const Row& row, const Places& places, const AreaDraft& national)
      : context_(context), row_(row), places_(places), national_(national) {}

  /// None after a report.
  std::optional<AuthorityDraft> read() {
    AuthorityDraft draft;
    draft.authority.number = number();
    draft.authority.name = text(name_column, "the authority's name");
    draft.authority.region = text(region_column, "the region it lies in");
    read_set_aside();
    const auto children = figure(children_column, true);
    const auto looked_after = figure(looked_after_column);
    const auto in_need_2011 = figure(in_need_2011_column);
    const auto in_need_2012 = figure(in_need_2012_column);
    const auto centres_2010 = figure(centres_2010_column);
    const auto centres_2011 = figure(centres_2011_column);
    const auto referral_rate = figure(referral_rate_column);
    if (children && *children < 100.0) {
      report(children_column, fmt::format("{:g} children", *children), "at least 100");
    }
    if (faulty_) return std::nullopt;

    area_.path = context_.file;
    area_.at = {row_.line, 1};
    area_.id = draft.authority.name;
    area_.title = draft.authority.name;
    state("children", children_column, *children, units::children(), spec::Grade::measured, "mid-2012",
          children_source);
    if (looked_after) {
      state("looked_after", looked_after_column, *looked_after, units::children(), spec::Grade::measured,
            "31 March 2010", looked_after_source);
    }
    std::optional<double> in_need;
    if (in_need_2011 || in_need_2012) {
      const double rate = in_need_2011 ? *in_need_2011 : *in_need_2012;
      in_need = rate / 10000.0 * *children;
      Figure& stated = state("children_in_need", in_need_2011 ? in_need_2011_column : in_need_2012_column,
                             *in_need, units::children(), spec::Grade::published,
                             in_need_2011 ? "31 March 2011" : "31 March 2012", in_need_source);
      stated.derived = true;
      stated.note = fmt::format("{:g} per 10,000 children", rate);
    }
    centre_spend(centres_2010, centres_2011);
    if (referral_rate) referrals(*referral_rate, *children);
    posts(*children, in_need);
    extend(area_, national_);
    draft.area = std::move(area_);
    return draft;
  }

 private:
  [[nodiscard]] const Cell& cell(std::size_t column) const { return row_.cells[places_[column]]; }
  void report(std::size_t column, std::string found, std::string expected, std::string suggestion = {}) {
    faulty_ = true;
    context_.report(cell(column).at, std::move(found), std::move(expected), std::move(suggestion));
  }

  int number() {
    const std::string& text = cell(number_column).text;
    const bool three_digits =
        text.size() == 3 && text.find_first_not_of("0123456789") == std::string::npos && text[0] != '0';
    if (three_digits) return std::stoi(text);
    report(number_column, in_quotes(text), "the Department's number of the authority, three digits");
    return 0;
  }

  std::string text(std::size_t column, const char* expected) {
    const std::string& text = cell(column).text;
    if (text.empty() || text.size() > 200) report(column, in_quotes(text), expected);
    return text;
  }

  void read_set_aside() {
    const Cell& all = cell(set_aside_column);
    std::vector<std::string> figures;
    for (const Column& column : columns) {
      if (column.high > 0.0) figures.emplace_back(column.name);
    }
    for (std::size_t start = 0; start < all.text.size();) {
      const std::size_t end = std::min(all.text.find(' ', start), all.text.size());
      const std::string name = all.text.substr(start, end - start);
      start = end + 1;
      if (name.empty()) continue;
      if (std::find(figures.begin(), figures.end(), name) == figures.end()) {
        report(set_aside_column, fmt::format("the column {} to be set aside", in_quotes(name)),
               listed(figures, figures.size()), nearest_name(name, figures));
      }
      set_aside_.insert(name);
    }
  }

  /// Empty if blank, set aside, or after a report.
  std::optional<double> figure(std::size_t column, bool needed = false) {
    const Cell& read = cell(column);
    const double high = columns[column].high;
    const bool aside = set_aside_.count(columns[column].name) > 0;
    if (read.text.empty() || (aside && needed)) {
      if (needed)
        report(column, aside ? "a figure set aside" : "nothing", "a number; nothing stands in for it");
      return std::nullopt;
    }
    static const Unit plain{"", "1234.5", {}, true, 1.0};
    const auto parsed = parse_quantity(read.text, plain);
    const double* value = std::get_if<double>(&parsed);
    if (value == nullptr || *value < 0.0 || *value > high) {
      report(column, in_quotes(read.text), fmt::format("a number from 0 to {:.0f}, or nothing", high));
      return std::nullopt;
    }
    return aside ? std::nullopt : std::optional(*value);
  }

  Figure& state(const char* key, std::size_t column, double value, const Unit& unit, spec::Grade grade,
                const char* year, const char* source) {
    ReadFigure& read = area_.figures[key];
    read.value = value / unit.divisor;
    read.at = cell(column).at;
    Figure& figure = read.figure;
    figure.id = fmt::format("area.{}", key);
    figure.value = value;
    figure.unit = unit.name;
    figure.grade = grade;
    figure.year = year;
    figure.source = source;
    figure.stated = true;
    figure.file = context_.file;
    figure.line = row_.line;
    area_.mentioned.insert(key);
    return figure;
  }

  // Nought spent means that it is booked elsewhere.
  void centre_spend(std::optional<double> in_2010, std::optional<double> in_2011) {
    if (in_2010.value_or(0.0) > 0.0) {
      state("centre_spend", centres_2010_column, *in_2010, units::pounds_a_year(), spec::Grade::measured,
            "2010-11", centres_source);
    } else if (in_2011.value_or(0.0) > 0.0) {
      Figure& figure = state("centre_spend", centres_2011_column, *in_2011 * centres_2010_over_2011,
                             units::pounds_a_year(), spec::Grade::judgement, "2011-12", centres_source);
      figure.derived = true;
      figure.note = fmt::format("{} in 2011-12, times England's 2010-11 over 2011-12 ({:.3f})",
                                written(*in_2011, "pounds"), centres_2010_over_2011);
    }
  }

  void referrals(double rate, double children) {
    const double theirs = national("referrals") / national("children");
    if (!(theirs > 0.0)) return;
    const double factor = theirs / referral_rate_2017_18;
    const double value = rate / 10000.0 * children * factor;
    Figure& figure = state("referrals", referral_rate_column, value, units::children_a_year(),
                           spec::Grade::judgement, "2017-18", referrals_source);
    figure.derived = true;
    figure.range = Range{0.7 * value, 1.4 * value};
    figure.note = fmt::format(
        "{:g} per 10,000 children in 2017-18, times England's rate then over now ({:.3f})", rate, factor);
  }

  // Posts go with the work: with children in need where they are known.
  void posts(double children, std::optional<double> in_need) {
    const double per_child_in_need = national("social_worker_posts") / national("children_in_need");
    const double per_child = national("social_worker_posts") / national("children");
    if (!std::isfinite(per_child_in_need) || !std::isfinite(per_child)) return;
    const double derived = in_need ? per_child_in_need * *in_need : per_child * children;
    if (!in_need && derived >= fewest_posts) return;  // borrowed as any area borrows it
    Figure& figure = state("social_worker_posts", children_column, std::max(derived, fewest_posts),
                           units::posts(), spec::Grade::judgement, "2013",
                           "England's posts for each child in need, on the authority's own");
    figure.derived = true;
    if (derived >= fewest_posts) return;
    figure.grade = spec::Grade::assumption;
    figure.source = "the fewest with which both teams have a social worker";
  }

  [[nodiscard]] double national(const char* key) const {
    const auto place = national_.figures.find(key);
    return place != national_.figures.end() ? place->second.figure.value : 0.0;
  }

  const FileContext& context_;
  const Row& row_;
  const Places& places_;
  const AreaDraft& national_;
  std::set<std::string> set_aside_;
  AreaDraft area_;
  bool faulty_ = false;
};

/// True, after a report, if an earlier row has the number or the name.
bool repeats(const FileContext& context, const Row& row, const Places& places, const Authority& authority,
             const std::vector<AuthorityDraft>& earlier) {
  for (const AuthorityDraft& other : earlier) {
    const bool number = other.authority.number == authority.number;
    if (!number && other.authority.name != authority.name) continue;
    const Cell& cell = row.cells[places[number ? number_column : name_column]];
    context.report(cell.at, fmt::format("a second authority {}", in_quotes(cell.text)),
                   fmt::format("one row an authority; the first is on line {}", other.area.at.line));
    return true;
  }
  return false;
}

}  // namespace

std::vector<AuthorityDraft> read_authorities(const FileContext& context, std::string_view text,
                                             const AreaDraft& national) {
  const Table table = parse_csv(text, context.file);
  for (const Diagnostic& problem : table.problems) {
    context.report({problem.line, problem.column}, problem.found, problem.expected);
  }
  std::vector<AuthorityDraft> drafts;
  if (table.rows.empty()) {
    if (table.problems.empty()) context.report({1, 1}, "an empty table", "a heading and a row an authority");
    return drafts;
  }
  const bool heading_faulty =
      !table.problems.empty() && table.problems.front().line < table.rows.front().line;
  const auto places = heading_faulty ? std::nullopt : read_heading(context, table.rows.front());
  if (!places) return drafts;
  const std::size_t width = table.rows.front().cells.size();
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    const Row& row = table.rows[i];
    if (row.cells.size() != width) {
      context.report({row.line, 1}, fmt::format("a row of {} cells", row.cells.size()),
                     fmt::format("{}, as in the heading", width));
      continue;
    }
    auto draft = RowReader(context, row, *places, national).read();
    if (draft && !repeats(context, row, *places, draft->authority, drafts))
      drafts.push_back(std::move(*draft));
  }
  if (drafts.empty() && table.rows.size() == 1) {
    context.report({1, 1}, "a table without rows", "a row an authority");
  }
  return drafts;
}

}  // namespace lscb::scenario::detail
