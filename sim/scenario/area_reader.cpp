#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "scenario/area_figures.h"
#include "scenario/drafts.h"
#include "scenario/parameter_reader.h"

namespace lscb::scenario::detail {
namespace {

void read_figures(const FileContext& context, const Node* node, const std::string& what,
                  const std::string& prefix, const std::vector<AreaFigure>& known, AreaDraft& draft) {
  if (node == nullptr) return;
  TableReader table(context, *node, what);
  const Evidence evidence = table.evidence(context.defaults);
  for (const AreaFigure& figure : known) {
    const std::string key = prefix + figure.key;
    if (!prefix.empty() || table.has(figure.key)) draft.mentioned.insert(key);
    if (auto read = table.figure(figure.key, figure.rule, "area." + key, evidence)) {
      draft.figures[key] = std::move(*read);
    }
  }
  table.finish();
}

/// Shares stated together: all of them, summing to 100 %.
void read_shares(const FileContext& context, const Node* node, const std::string& what,
                 const std::string& prefix, const std::vector<AreaFigure>& known, AreaDraft& draft) {
  if (node == nullptr) return;
  constexpr double rounding = 0.5;
  const std::size_t reports = context.problems->size();
  read_figures(context, node, what, prefix, known, draft);
  double sum = 0.0;
  std::vector<std::string> missing;
  for (const AreaFigure& figure : known) {
    if (node->get(figure.key) == nullptr) missing.emplace_back(figure.key);
    const auto read = draft.figures.find(prefix + figure.key);
    if (read != draft.figures.end()) sum += read->second.figure.value;
  }
  if (!missing.empty()) {
    if (!context.partial) {
      context.report(node->at, fmt::format("{} without {}", what, listed(missing)),
                     "every one of the shares");
    }
  } else if (context.problems->size() == reports && std::abs(sum - 100.0) > rounding) {
    context.report(node->at, fmt::format("{} that sum to {:.6g} %", what, sum), "shares that sum to 100 %");
  }
}

/// `part_time = 4, part_time_hours = "60 %"`: of the posts, four are of so much of a whole one.
/// `known`: how many posts there are could be read.
void read_part_time(TableReader& table, const FileContext& context, const std::string& stem, bool known,
                    const Evidence& evidence, spec::Establishment& out, std::vector<Figure>& figures) {
  const FigureRule share_of_a_post{&units::share(), 1.0, 99.0, true};
  const auto part_time =
      table.figure("part_time", {&units::posts(), 0.0, 5000.0, true}, stem + ".part_time", evidence);
  if (!part_time) {
    if (table.has("part_time_hours")) {
      (void)table.figure("part_time_hours", share_of_a_post, stem + ".part_time_hours", evidence);
      if (!table.has("part_time")) {
        context.report(table.place_of("part_time_hours"), "part_time_hours without part_time",
                       "how many of the posts are part-time: part_time = 4, say");
      }
    }
    return;
  }
  figures.push_back(part_time->figure);
  out.part_time = static_cast<int>(part_time->value);
  if (out.part_time > out.posts && known) {
    context.report(table.place_of("part_time"),
                   fmt::format("{} part-time posts of {}", out.part_time, out.posts),
                   fmt::format("at most {}: part-time posts are among the posts", out.posts));
    out.part_time = out.posts;
  }
  if (auto hours =
          table.need_figure("part_time_hours", share_of_a_post, stem + ".part_time_hours", evidence)) {
    out.part_time_hours = static_cast<int>(std::lround(100.0 * hours->value));
    figures.push_back(hours->figure);
  }
}

std::optional<spec::Establishment> read_establishment(const FileContext& context, TableReader& team,
                                                      const std::string& id, spec::Role role,
                                                      const Evidence& evidence,
                                                      std::vector<Figure>& figures) {
  const Node* node = team.table(spec::id(role));
  if (node == nullptr) return std::nullopt;
  TableReader table(context, *node, fmt::format("{} of this team", spec::id(role)));
  const Evidence own = table.evidence(evidence);
  const std::string stem = fmt::format("area.team.{}.{}", id, spec::id(role));
  spec::Establishment out;
  out.role = role;
  const auto posts = table.need_figure("posts", {&units::posts(), 0.0, 5000.0, true}, stem + ".posts", own);
  if (posts) {
    out.posts = static_cast<int>(posts->value);
    figures.push_back(posts->figure);
  }
  const FigureRule vacancy{&units::share(), 0.0, 100.0, false};
  if (auto vacant = table.need_figure("vacant", vacancy, stem + ".vacant", own)) {
    out.vacant_at_start = vacant->value;
    figures.push_back(vacant->figure);
  }
  read_part_time(table, context, stem, posts.has_value(), own, out, figures);
  table.finish();
  return out;
}

template <class Draft>
void refuse_repeated_id(const FileContext& context, const TableReader& table, const std::string& id,
                        const std::vector<Draft>& earlier, const std::string& (*id_of)(const Draft&)) {
  for (const Draft& other : earlier) {
    if (id_of(other) != id) continue;
    context.report(table.place_of("id"), fmt::format("a second id {}", in_quotes(id)), "an id of its own");
    return;
  }
}

/// "unit-1" and so on are the names of the units that a restructure makes.
void refuse_units_id(const FileContext& context, const TableReader& table, const std::string& id) {
  constexpr std::string_view stem = "unit-";
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (id.size() == stem.size() || id.compare(0, stem.size(), stem) != 0) return;
  if (!std::all_of(id.begin() + stem.size(), id.end(), digit)) return;
  context.report(table.place_of("id"), fmt::format("the id {}", in_quotes(id)),
                 "another name: units that a restructure makes are called unit-1, unit-2 and so on");
}

TeamDraft read_team(const FileContext& context, const Node& node, const std::vector<TeamDraft>& earlier) {
  TableReader table(context, node, "this team");
  TeamDraft draft;
  draft.team.id = table.need_text("id", "a short name, as changes call the team").value_or("");
  draft.team.title = table.need_text("title", "the team's name in words").value_or(draft.team.id);
  const std::vector<std::string> kinds{"duty", "long-term"};
  table.need("kind", listed(kinds));
  if (auto kind = table.choice("kind", kinds)) {
    draft.team.kind = *kind == "duty" ? spec::TeamKind::duty : spec::TeamKind::long_term;
  }
  const Evidence evidence = table.evidence(context.defaults);
  for (int i = 0; i < spec::role_count; ++i) {
    auto establishment = read_establishment(context, table, draft.team.id, static_cast<spec::Role>(i),
                                            evidence, draft.figures);
    if (!establishment) continue;
    draft.team.establishment.push_back(*establishment);
    const char* elsewhere = place_of_work(establishment->role, draft.team.kind);
    if (elsewhere == nullptr || establishment->posts == 0) continue;
    context.report(table.place_of(spec::id(establishment->role)),
                   fmt::format("{} posts in {}, where they have no work", spec::id(establishment->role),
                               in_quotes(draft.team.id)),
                   elsewhere);
  }
  table.text("note");
  table.finish();
  refuse_repeated_id<TeamDraft>(context, table, draft.team.id, earlier,
                                [](const TeamDraft& other) -> const std::string& { return other.team.id; });
  refuse_units_id(context, table, draft.team.id);
  return draft;
}

CentreDraft read_centre(const FileContext& context, const Node& node,
                        const std::vector<CentreDraft>& earlier) {
  TableReader table(context, node, "this centre");
  CentreDraft draft;
  spec::Centre& centre = draft.centre;
  centre.id = table.need_text("id", "a short name, as changes call the centre").value_or("");
  centre.title = table.need_text("title", "the centre's name in words").value_or(centre.id);
  const Evidence evidence = table.evidence(context.defaults);
  const std::string stem = fmt::format("area.centre.{}", centre.id);
  const auto need = [&](const char* key, const FigureRule& rule) {
    auto read = table.need_figure(key, rule, fmt::format("{}.{}", stem, key), evidence);
    if (read) draft.figures.push_back(read->figure);
    return read ? read->value : 0.0;
  };
  centre.family_support_posts =
      static_cast<int>(need("family_support_posts", {&units::posts(), 0.0, 200.0, true}));
  centre.open_days = static_cast<int>(need("open_days", {&units::days_a_week(), 0.0, 5.0, true}));
  const double budget = need("budget", {&units::pounds_a_year(), 0.0, 1.0e8, false});
  centre.budget = Pence{static_cast<std::int64_t>(std::llround(budget * 100.0))};
  centre.catchment = need("catchment", {&units::share(), 0.0, 100.0, false});
  table.text("note");
  table.finish();
  refuse_repeated_id<CentreDraft>(
      context, table, centre.id, earlier,
      [](const CentreDraft& other) -> const std::string& { return other.centre.id; });
  refuse_units_id(context, table, centre.id);
  return draft;
}

/// A figure of the short form beside the tables that take its place.
void refuse_both(const FileContext& context, const Node* figures, const std::vector<std::string>& keys,
                 const char* tables, bool there) {
  if (figures == nullptr || !there) return;
  for (const std::string& key : keys) {
    const Node* node = figures->get(key);
    if (node == nullptr) continue;
    context.report(node->at, fmt::format("{} beside [[{}]] tables, which already say it", key, tables),
                   "one of the two");
  }
}

bool every_catchment_read(const std::vector<CentreDraft>& centres) {
  return std::all_of(centres.begin(), centres.end(), [](const CentreDraft& centre) {
    const std::string id = fmt::format("area.centre.{}.catchment", centre.centre.id);
    return std::any_of(centre.figures.begin(), centre.figures.end(),
                       [&](const Figure& figure) { return figure.id == id; });
  });
}

}  // namespace

AreaDraft read_area(const FileContext& context, const Node& root, std::vector<Mention>& bases) {
  TableReader table(context, root, "the area");
  AreaDraft draft;
  draft.path = context.file;
  draft.id = stem_of(context.file);
  draft.title = table.need_text("title", "the area's name in words").value_or("");
  draft.summary = table.text("summary").value_or("");
  draft.national = table.truth("national").value_or(false);
  bases = table.texts("extends");
  if (bases.size() > 1) {
    context.report(bases[1].second, "a second area to extend", "one area");
    bases.resize(1);
  }
  table.table("defaults");  // already read into context.defaults
  const Node* figures = table.table("figures");
  read_figures(context, figures, "[figures]", "", area_figures(), draft);
  read_shares(context, table.table("referral_sources"), "referral_sources", "referral_sources.",
              referral_sources(), draft);
  read_shares(context, table.table("ages"), "ages", "ages.", age_bands(), draft);
  for (const Node* node : table.tables("team")) draft.teams.push_back(read_team(context, *node, draft.teams));
  for (const Node* node : table.tables("centre")) {
    draft.centres.push_back(read_centre(context, *node, draft.centres));
  }
  refuse_both(context, figures, post_figures(), "team", !draft.teams.empty());
  refuse_both(context, figures, centre_figures(), "centre", !draft.centres.empty());
  if (!draft.centres.empty()) {
    double sum = 0.0;
    for (const CentreDraft& centre : draft.centres) sum += centre.centre.catchment;
    if (every_catchment_read(draft.centres) && std::abs(sum - 1.0) > 0.005) {
      context.report(table.place_of("centre"), fmt::format("catchments that sum to {:.6g} %", 100.0 * sum),
                     "catchments that sum to 100 %");
    }
    for (CentreDraft& centre : draft.centres) centre.centre.catchment /= sum > 0.0 ? sum : 1.0;
  }
  draft.history = read_changes(context, table, "history");
  if (const Node* parameters = table.table("parameters")) {
    draft.parameters = read_parameter_figures(context, *parameters);
  }
  table.finish();
  return draft;
}

void extend(AreaDraft& draft, const AreaDraft& base) {
  draft.broken = draft.broken || base.broken;
  if (base.national) {
    draft.national_path = base.path;
    draft.national_figures = base.figures;
    return;
  }
  draft.national_path = base.national_path;
  draft.national_figures = base.national_figures;
  const auto states_any = [&](const std::vector<std::string>& keys) {
    return std::any_of(keys.begin(), keys.end(),
                       [&](const std::string& key) { return draft.figures.count(key) > 0; });
  };
  const bool own_posts = !draft.teams.empty() || states_any(post_figures());
  const bool own_centres = !draft.centres.empty() || states_any(centre_figures());
  if (!own_posts) draft.teams = base.teams;
  if (!own_centres) draft.centres = base.centres;
  draft.figures.insert(base.figures.begin(), base.figures.end());
  draft.mentioned.insert(base.mentioned.begin(), base.mentioned.end());
  draft.history.insert(draft.history.begin(), base.history.begin(), base.history.end());
  draft.parameters.insert(draft.parameters.begin(), base.parameters.begin(), base.parameters.end());
}

}  // namespace lscb::scenario::detail
