// What has been found: the difference in words with its verdict, how it settled, and its parts.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "report/phrases.h"
#include "ui/session/rows.h"
#include "ui/views/room.h"
#include "ui/widgets/chart.h"
#include "ui/widgets/text.h"

namespace lscb::ui {
namespace {

void put_names(const Look& look, const Answer& answer) {
  const std::string base = "Base: " + answer.result.base.title;
  const std::string change = "Change: " + answer.result.alternatives.front().run.title;
  const float both = ImGui::CalcTextSize((base + change).c_str()).x + em(4.5F);
  const bool on_one_line = both < ImGui::GetContentRegionAvail().x;
  put_base_mark(look);
  {
    const WithInk ink{look.palette.base};
    put_text(base);
  }
  if (on_one_line) ImGui::SameLine(0.0F, em(1.2F));
  put_change_mark(look);
  const WithInk ink{look.palette.change};
  put_text(change);
}

void put_headline(const Look& look, const Answer& answer, std::size_t headline) {
  const Row row = row_of(answer.result, headline);
  const auto& unit = answer.result.base.measures[headline].unit;
  {
    const WithFont large{look.fonts.large};
    put_text(row.difference);
  }
  explain(
      "With the change less without it, run by run on the same simulated lives: the mean, and the interval "
      "that "
      "holds the true difference 19 times in 20.");
  put_verdict_mark(look, row.kind, row.the_same);
  {
    const WithFont bold{look.fonts.bold};
    put_text(row.verdict);
  }
  explain(meaning_of(row.kind));
  const bool long_words = row.verdict != row.in_short;
  if (!long_words) ImGui::SameLine(0.0F, 0.0F);
  put_text(long_words ? row.label : ": " + row.label);
  std::string note =
      fmt::format("Counted from {}; {} runs, seed {}; {}.", report::window_in_words(answer.result.counted),
                  answer.result.base.replications, answer.result.base.seed, row.pairing);
  if (answer.result.delta) {
    note += fmt::format(" You would act on {} or more{}.", report::delta_in_words(*answer.result.delta, unit),
                        answer.result.delta_is_default ? " (5 % of the base)" : "");
  }
  put_quiet_text(look, note);
}

BandChart settling(const Answer& answer, std::size_t headline, const Session& session) {
  BandChart chart;
  chart.across = "runs done";
  chart.up = fmt::format("Difference in {}, with its {:g} % interval; grey: too small to act on",
                         answer.result.base.measures[headline].unit, answer.result.base.confidence * 100.0);
  const bool over = session.activity() == Activity::idle;
  chart.most_runs = over ? answer.result.base.replications : answer.result.replications_asked;
  chart.indifference = answer.result.delta.value_or(0.0);
  for (const auto& glimpse : answer.glimpses) {
    const auto& e = glimpse.difference;
    if (e.mean && e.low && e.high) {
      chart.points.push_back({static_cast<double>(glimpse.replications), *e.mean, *e.low, *e.high});
    }
  }
  return chart;
}

std::vector<std::string> read_outs(const Answer& answer, const std::string& unit) {
  std::vector<std::string> texts;
  for (const auto& glimpse : answer.glimpses) {
    if (!glimpse.difference.low) continue;
    texts.push_back(fmt::format("after {} runs: {}", glimpse.replications,
                                report::difference_in_words(glimpse.difference, unit)));
  }
  return texts;
}

struct Bar {
  Row row;
  std::string before;  ///< a heading above it, if any
  double mean = 0.0, low = 0.0, high = 0.0;
};

std::vector<Bar> bars(const experiment::CompareResult& result) {
  std::vector<Bar> all;
  for (const auto& group : first_page_rows(result)) {
    if (!group.title.empty() && group.title != "By level")
      continue;  // the headline, its parts and its levels
    std::string before = group.title;
    for (const auto& row : group.rows) {
      const auto& e = row.estimate;
      if (!e.mean || !e.low || !e.high) continue;
      all.push_back({row, std::exchange(before, {}), *e.mean, *e.low, *e.high});
    }
  }
  return all;
}

void put_bars(const Look& look, const Answer& answer) {
  const auto all = bars(answer.result);
  if (all.empty()) return;
  IntervalScale scale;
  for (const auto& bar : all) {
    scale.include(bar.low);
    scale.include(bar.high);
  }
  if (!ImGui::BeginTable("parts", 3, ImGuiTableFlags_SizingStretchProp)) return;
  ImGui::TableSetupColumn("what", ImGuiTableColumnFlags_WidthStretch, 0.36F);
  ImGui::TableSetupColumn("interval", ImGuiTableColumnFlags_WidthStretch, 0.28F);
  ImGui::TableSetupColumn("words", ImGuiTableColumnFlags_WidthStretch, 0.36F);
  float width = 0.0F;
  for (const auto& bar : all) {
    if (!bar.before.empty()) {
      ImGui::TableNextRow();
      ImGui::TableNextColumn();
      put_quiet_text(look, bar.before);
    }
    const bool part = bar.row.id != experiment::headline_id;
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    if (part) ImGui::Indent(em(0.8F));
    put_text(bar.row.label);
    if (part) ImGui::Unindent(em(0.8F));
    ImGui::TableNextColumn();
    width = ImGui::GetContentRegionAvail().x;
    put_interval(look, bar.row.id.c_str(), {width, ImGui::GetTextLineHeight()}, scale, bar.mean, bar.low,
                 bar.high);
    explain(bar.row.label + ": " + bar.row.difference + "\n" + meaning_of(bar.row.kind));
    ImGui::TableNextColumn();
    put_verdict_mark(look, bar.row.kind, bar.row.the_same);
    put_text(bar.row.difference);
    explain(bar.row.verdict + ". " + meaning_of(bar.row.kind));
  }
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  put_quiet_text(look, "blue line: the base, no difference");
  ImGui::TableNextColumn();
  put_scale(look, {width, ImGui::GetTextLineHeight() + em(0.2F)}, scale);
  ImGui::EndTable();
}

void put_title(const Look& look, const char* title) {
  ImGui::Dummy({0.0F, em(0.2F)});
  const WithFont bold{look.fonts.bold};
  ImGui::TextUnformatted(title);
}

void put_invitation(const Look& look, const Session& session) {
  ImGui::Dummy({0.0F, em(1.0F)});
  {
    const WithFont large{look.fonts.large};
    put_text(session.activity() == Activity::idle ? "What would the change do to missed assessments?"
                                                  : "The first runs are under way …");
  }
  put_text(
      "Choose a base and a change on the left, move the levers if you like, and run the comparison. Both are "
      "simulated on the same lives; the difference appears here after two runs, and its interval tightens as "
      "more come in.");
}

}  // namespace

void draw_answer(const Look& look, const Session& session, RoomState& state) {
  if (!session.failure().empty()) {
    const WithInk ink{look.palette.wrong};
    put_text("A fault in the program, not in your files: " + session.failure());
  }
  const std::optional<Answer>& found = session.answer();
  if (!found) {
    put_invitation(look, session);
    return;
  }
  const Answer& answer = *found;
  const auto headline = headline_index(answer.result.base.measures);
  if (!headline) return;
  put_names(look, answer);
  if (!session.answer_is_current()) {
    ImGui::PushStyleColor(ImGuiCol_ChildBg, look.palette.warning);
    const std::string stale =
        "These figures answer what was asked before, not what is set on the left now: run again. " +
        answer.sentence;
    const float inner = ImGui::GetContentRegionAvail().x - 2.0F * ImGui::GetStyle().WindowPadding.x;
    const float height = ImGui::CalcTextSize(stale.c_str(), nullptr, false, inner).y +
                         2.0F * ImGui::GetStyle().WindowPadding.y;
    ImGui::BeginChild("stale", {0.0F, height}, true, ImGuiWindowFlags_NoScrollbar);
    put_text(stale);
    ImGui::EndChild();
    ImGui::PopStyleColor();
  } else {
    put_quiet_text(look, answer.sentence);
  }
  put_headline(look, answer, *headline);
  put_title(look, "How the difference settles");
  put_band_chart(look, "settling", {ImGui::GetContentRegionAvail().x, em(12.0F)},
                 settling(answer, *headline, session),
                 read_outs(answer, answer.result.base.measures[*headline].unit));
  state.landmarks.mark("chart");
  put_title(look, "What it is made of");
  put_bars(look, answer);
  put_title(look, "The figures");
  draw_table(look, answer, state);
}

}  // namespace lscb::ui
