#include "ui/widgets/chart.h"

#include <algorithm>
#include <cmath>

#include "report/phrases.h"
#include "ui/widgets/text.h"

namespace lscb::ui {
namespace {

double step_between(double low, double high, int about) {
  const double rough = (high - low) / about;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough * (1.0 - 1e-9)) return factor * power;
  }
  return 10.0 * power;
}

/// The inside of a chart and how its numbers become places.
struct Plot {
  ImVec2 min, max;
  double most_runs = 1.0;
  Span span;

  [[nodiscard]] float x(double runs) const {
    return min.x + static_cast<float>(runs / most_runs) * (max.x - min.x);
  }
  [[nodiscard]] float y(double value) const {
    return max.y - static_cast<float>((value - span.low) / (span.high - span.low)) * (max.y - min.y);
  }
};

void text_right(ImDrawList* list, ImVec2 right_middle, ImU32 ink, const std::string& text) {
  const ImVec2 extent = ImGui::CalcTextSize(text.c_str());
  list->AddText({right_middle.x - extent.x, right_middle.y - extent.y / 2.0F}, ink, text.c_str());
}

void text_centred(ImDrawList* list, ImVec2 top_middle, ImU32 ink, const std::string& text) {
  const ImVec2 extent = ImGui::CalcTextSize(text.c_str());
  list->AddText({top_middle.x - extent.x / 2.0F, top_middle.y}, ink, text.c_str());
}

void draw_axes(const Look& look, ImDrawList* list, const Plot& plot, const std::vector<double>& up_steps) {
  const auto& p = look.palette;
  for (const double value : up_steps) {
    const float y = plot.y(value);
    list->AddLine({plot.min.x, y}, {plot.max.x, y}, p.faint_line, 1.0F);
    text_right(list, {plot.min.x - em(0.4F), y}, p.quiet_ink,
               step_label(value, up_steps.size() > 1 ? up_steps[1] - up_steps[0] : 1.0));
  }
  constexpr int about_steps = 6;
  const auto runs_steps = round_steps(0.0, plot.most_runs, about_steps);
  for (const double runs : runs_steps) {
    if (runs != std::floor(runs)) continue;
    list->AddLine({plot.x(runs), plot.max.y}, {plot.x(runs), plot.max.y + em(0.3F)}, p.line, 1.0F);
    text_centred(list, {plot.x(runs), plot.max.y + em(0.35F)}, p.quiet_ink, step_label(runs, 1.0));
  }
  list->AddLine({plot.min.x, plot.max.y}, plot.max, p.line, 1.0F);
}

void draw_band(const Look& look, ImDrawList* list, const Plot& plot, const std::vector<BandPoint>& points) {
  const auto& p = look.palette;
  // Far below and above what is seen, so that no coordinate overflows; the clip does the rest.
  const auto y = [&plot](double value) {
    const double far = 4.0 * (plot.span.high - plot.span.low);
    return plot.y(std::clamp(value, plot.span.low - far, plot.span.high + far));
  };
  for (std::size_t i = 1; i < points.size(); ++i) {
    const auto& a = points[i - 1];
    const auto& b = points[i];
    list->AddQuadFilled({plot.x(a.runs), y(a.high)}, {plot.x(b.runs), y(b.high)}, {plot.x(b.runs), y(b.low)},
                        {plot.x(a.runs), y(a.low)}, p.change_veil);
  }
  const float thin = std::max(1.0F, em(0.06F));
  for (std::size_t i = 1; i < points.size(); ++i) {
    const auto& a = points[i - 1];
    const auto& b = points[i];
    list->AddLine({plot.x(a.runs), y(a.low)}, {plot.x(b.runs), y(b.low)}, p.change, thin);
    list->AddLine({plot.x(a.runs), y(a.high)}, {plot.x(b.runs), y(b.high)}, p.change, thin);
    list->AddLine({plot.x(a.runs), y(a.mean)}, {plot.x(b.runs), y(b.mean)}, p.change, 2.5F * thin);
  }
  const auto& last = points.back();
  const float cap = em(0.35F);
  const float x = plot.x(last.runs);
  list->AddLine({x, y(last.low)}, {x, y(last.high)}, p.change, 2.0F * thin);
  list->AddLine({x - cap, y(last.low)}, {x + cap, y(last.low)}, p.change, 2.0F * thin);
  list->AddLine({x - cap, y(last.high)}, {x + cap, y(last.high)}, p.change, 2.0F * thin);
  list->AddCircleFilled({x, y(last.mean)}, em(0.28F), p.change);
}

std::size_t nearest(const std::vector<BandPoint>& points, double runs) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (std::abs(points[i].runs - runs) < std::abs(points[best].runs - runs)) best = i;
  }
  return best;
}

void read_under_pointer(const Look& look, ImDrawList* list, const Plot& plot, const BandChart& chart,
                        const std::vector<std::string>& read_out) {
  if (!ImGui::IsItemHovered() || chart.points.empty()) return;
  const float mouse = ImGui::GetIO().MousePos.x;
  const double runs = plot.most_runs * static_cast<double>((mouse - plot.min.x) / (plot.max.x - plot.min.x));
  const std::size_t i = nearest(chart.points, runs);
  const float x = plot.x(chart.points[i].runs);
  list->AddLine({x, plot.min.y}, {x, plot.max.y}, look.palette.ink, 1.0F);
  if (i < read_out.size()) ImGui::SetTooltip("%s", read_out[i].c_str());
}

}  // namespace

std::vector<double> round_steps(double low, double high, int about) {
  const double step = step_between(low, high, about);
  std::vector<double> steps;
  const double first = std::ceil(low / step - 1e-9);
  for (double i = first; i * step <= high + 1e-9 * step; i += 1.0) steps.push_back(i * step + 0.0);
  return steps;
}

std::string step_label(double value, double apart) {
  const int decimals = apart >= 1.0 ? 0 : static_cast<int>(std::ceil(-std::log10(apart) - 1e-9));
  return report::grouped(value, decimals);
}

Span vertical_span(const BandChart& chart) {
  Span span{std::min(0.0, -chart.indifference), std::max(0.0, chart.indifference)};
  if (!chart.points.empty()) {
    constexpr double air = 1.5;  // half widths of the last interval that stay visible around it
    const auto& last = chart.points.back();
    const double half = (last.high - last.low) / 2.0;
    span.low = std::min(span.low, last.low - air * half);
    span.high = std::max(span.high, last.high + air * half);
  }
  const double room = 0.06 * (span.high - span.low);
  if (room <= 0.0) return {-1.0, 1.0};
  return {span.low - room, span.high + room};
}

void put_band_chart(const Look& look, const char* id, ImVec2 size, const BandChart& chart,
                    const std::vector<std::string>& read_out) {
  const auto& p = look.palette;
  put_quiet_text(look, chart.up);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::InvisibleButton(id, size);
  ImDrawList* list = ImGui::GetWindowDrawList();

  Plot plot{};
  plot.span = vertical_span(chart);
  plot.most_runs = std::max(chart.most_runs, 2.0);
  constexpr float ems_a_step = 2.4F;
  const int about = std::max(2, static_cast<int>(size.y / em(ems_a_step)));
  const auto up_steps = round_steps(plot.span.low, plot.span.high, about);
  float label_width = 0.0F;
  for (const double value : up_steps) {
    const auto label = step_label(value, up_steps.size() > 1 ? up_steps[1] - up_steps[0] : 1.0);
    label_width = std::max(label_width, ImGui::CalcTextSize(label.c_str()).x);
  }
  plot.min = {at.x + label_width + em(0.6F), at.y + em(0.3F)};
  plot.max = {at.x + size.x - em(0.8F), at.y + size.y - em(2.8F)};
  if (plot.max.x - plot.min.x < em(2.0F) || plot.max.y - plot.min.y < em(2.0F)) return;

  list->AddRectFilled(plot.min, plot.max, p.paper);
  draw_axes(look, list, plot, up_steps);
  text_centred(list, {(plot.min.x + plot.max.x) / 2.0F, plot.max.y + em(1.5F)}, p.quiet_ink, chart.across);

  list->PushClipRect(plot.min, plot.max, true);
  if (chart.indifference > 0.0) {
    list->AddRectFilled({plot.min.x, plot.y(chart.indifference)}, {plot.max.x, plot.y(-chart.indifference)},
                        p.delta_veil);
  }
  list->AddLine({plot.min.x, plot.y(0.0)}, {plot.max.x, plot.y(0.0)}, p.base, std::max(1.5F, em(0.1F)));
  list->PopClipRect();
  list->PushClipRect(plot.min, {plot.max.x + em(0.5F), plot.max.y}, true);
  if (!chart.points.empty()) draw_band(look, list, plot, chart.points);
  list->PopClipRect();
  read_under_pointer(look, list, plot, chart, read_out);
}

void IntervalScale::include(double value) {
  span.low = std::min(span.low, value);
  span.high = std::max(span.high, value);
}

float IntervalScale::position(double value, float left, float right) const {
  const double width = span.high - span.low;
  const double room = width > 0.0 ? 0.04 * width : 1.0;
  const double low = span.low - room, high = span.high + room;
  return left + static_cast<float>((value - low) / (high - low)) * (right - left);
}

void put_interval(const Look& look, const char* id, ImVec2 size, const IntervalScale& scale, double mean,
                  double low, double high) {
  const auto& p = look.palette;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::InvisibleButton(id, size);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto x = [&](double value) { return scale.position(value, at.x, at.x + size.x); };
  const float middle = at.y + size.y / 2.0F, tall = 0.30F * size.y, thick = std::max(1.5F, em(0.11F));
  list->AddRectFilled({std::min(x(0.0), x(mean)), middle - tall}, {std::max(x(0.0), x(mean)), middle + tall},
                      p.change_veil);
  list->AddLine({x(0.0), at.y}, {x(0.0), at.y + size.y}, p.base, thick);
  list->AddLine({x(low), middle}, {x(high), middle}, p.change, thick);
  for (const double end : {low, high}) {
    list->AddLine({x(end), middle - tall}, {x(end), middle + tall}, p.change, thick);
  }
  list->AddCircleFilled({x(mean), middle}, em(0.26F), p.change);
}

void put_scale(const Look& look, ImVec2 size, const IntervalScale& scale) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::Dummy(size);
  const double width = scale.span.high - scale.span.low;
  if (width <= 0.0) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const int about = std::clamp(static_cast<int>(size.x / em(4.0F)), 2, 8);
  const auto steps = round_steps(scale.span.low, scale.span.high, about);
  for (const double value : steps) {
    const float x = scale.position(value, at.x, at.x + size.x);
    list->AddLine({x, at.y}, {x, at.y + em(0.25F)}, look.palette.line, 1.0F);
    text_centred(list, {x, at.y + em(0.25F)}, look.palette.quiet_ink,
                 step_label(value, steps.size() > 1 ? steps[1] - steps[0] : 1.0));
  }
}

}  // namespace lscb::ui
