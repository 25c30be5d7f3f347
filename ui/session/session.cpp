#include "ui/session/session.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "experiment/run.h"

namespace lscb::ui {

std::optional<std::size_t> headline_index(const std::vector<measures::Measure>& measures) {
  for (std::size_t i = 0; i < measures.size(); ++i) {
    if (measures[i].id == experiment::headline_id) return i;
  }
  return std::nullopt;
}

Session::Session(scenario::Library library, std::string base, std::string change,
                 experiment::Replicator replicator, std::vector<measures::Measure> catalogue)
    : library_(std::move(library)), replicator_(std::move(replicator)), catalogue_(std::move(catalogue)) {
  for (auto& entry : scenario::list(library_)) {
    if (entry.kind == scenario::Kind::scenario) scenarios_.push_back(std::move(entry));
  }
  choose_base(std::move(base));
  choose_change(std::move(change));
}

ChosenScenario Session::load(std::string name) const {
  auto loaded = scenario::load_scenario(name, library_);
  ChosenScenario chosen{std::move(name), std::move(loaded.design), std::move(loaded.provenance), {}};
  for (const auto& problem : loaded.problems) {
    if (!chosen.problem.empty()) chosen.problem += '\n';
    chosen.problem += scenario::to_string(problem);
  }
  return chosen;
}

void Session::choose_base(std::string name) {
  base_ = load(std::move(name));
}

void Session::choose_change(std::string name) {
  change_ = load(std::move(name));
  reset_all();
}

void Session::reset(Lever lever) {
  move(lever, change_.design ? value_in(*change_.design, lever) : 0.0);
}

void Session::reset_all() {
  levers_ = change_.design ? values_in(*change_.design) : LeverValues{};
}

std::string Session::sentence() const {
  return change_.design ? ui::sentence(*change_.design, levers_) : std::string{};
}

world::Design Session::alternative() const {
  return change_.design ? with_levers(*change_.design, levers_) : world::Design{};
}

Question Session::question() const {
  return {base_.name, change_.name, levers_, replications_, seed_};
}

experiment::Options Session::options() const {
  experiment::Options options;
  options.replications = replications_;
  options.seed = seed_;
  return options;
}

std::string Session::objection() const {
  if (!base_.design) return "The base cannot be used: " + base_.problem;
  if (!change_.design) return "The change cannot be used: " + change_.problem;
  std::string text;
  const world::Design with = alternative();
  for (const auto& one : experiment::objections({&*base_.design, &with}, options())) {
    if (!text.empty()) text += '\n';
    text += one;
  }
  return text;
}

void Session::run() {
  if (!base_.design) return;
  asked_ = question();
  asked_sentence_ = sentence();
  answer_.reset();
  failure_.clear();
  progress_ = {0, replications_};
  begun_ = std::chrono::steady_clock::now();
  comparison_ =
      std::make_unique<experiment::Comparison>(*base_.design, std::vector<world::Design>{alternative()},
                                               options(), experiment::Hooks{}, replicator_, catalogue_);
  activity_ = Activity::running;
}

void Session::stop() {
  if (!comparison_) return;
  comparison_->cancel();
  activity_ = Activity::stopping;
}

bool Session::poll() {
  if (!comparison_) return false;
  const bool finished = comparison_->finished();  // asked first: what is done then stays done
  const auto progress = comparison_->progress();
  const bool moved = progress.done != progress_.done;
  progress_ = progress;
  if (moved || finished) take_snapshot();
  if (finished || !failure_.empty()) {
    comparison_.reset();
    activity_ = Activity::idle;
  }
  return moved || finished;
}

void Session::take_snapshot() {
  try {
    auto result = comparison_->snapshot();
    const int done = result.base.replications;
    if (done < 2) return;
    if (!answer_) answer_ = Answer{asked_, asked_sentence_, {}, {}};
    const auto headline = headline_index(result.base.measures);
    if (headline && (answer_->glimpses.empty() || answer_->glimpses.back().replications < done)) {
      answer_->glimpses.push_back({done, result.alternatives.front().differences[*headline].estimate});
    }
    answer_->result = std::move(result);
  } catch (const std::exception& failure) {
    failure_ = failure.what();
  }
}

std::string Session::time_left() const {
  if (activity_ != Activity::running || progress_.done <= 0) return {};
  const double taken = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
  const auto seconds =
      static_cast<long>(std::ceil(taken / progress_.done * (progress_.total - progress_.done)));
  constexpr long minute = 60;
  if (seconds < 2 * minute) return fmt::format("about {} s left", seconds);
  return fmt::format("about {} min left", (seconds + minute - 1) / minute);
}

bool Session::answer_is_current() const {
  return answer_ && answer_->question == question();
}

}  // namespace lscb::ui
