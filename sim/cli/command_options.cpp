#include "cli/command_options.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <map>

#include "cli/option_words.h"

namespace lscb::cli {
namespace {

using Mistakes = std::vector<std::string>;

void add_scenario(CLI::App& command, std::string& scenario) {
  command.add_option("scenario", scenario, "A scenario's name or file.")->type_name("SCENARIO")->required();
}

void add_against(CLI::App& command, std::optional<std::string>& against, const char* words) {
  command.add_option("--against", against, words)->type_name("SCENARIO");
}

class RunOptions final : public CommandOptions {
 public:
  explicit RunOptions(CLI::App& program)
      : CommandOptions(program, "run", "Simulate one scenario and print its figures with their intervals.") {
    add_scenario(*app_, run_.scenario);
    add_to(*app_, words_);
    app_->add_flag("--coverage", run_.coverage, "Also print how often each branch of the pathway was taken.");
    app_->add_flag("--effort", run_.effort,
                   "Also print the simulator's own work: events, and time for each.");
    app_->add_option(
            "--trace", run_.trace,
            "Also write the course of every family, step by step, as JSON Lines: some 250 MB for each "
            "replication of an island.")
        ->type_name("FILE");
    app_->add_option("--trace-family", families_, "Only this family, by its number; may be repeated.")
        ->type_name("N")
        ->allow_extra_args(false)
        ->needs("--trace");
    app_->footer("Example: lscb run isle-of-wight-2011 --replications 50 --coverage");
  }

  Command read(Mistakes& mistakes) override {
    words_.read(run_.options, run_.output, run_.progress, mistakes);
    if ((run_.coverage || run_.effort) && run_.output.to_stdout()) {
      mistakes.emplace_back(
          "--coverage and --effort are text; name a file for the result, as in --json=result.json");
    }
    if (run_.trace && (*run_.trace == "-" || run_.output.json == run_.trace || run_.output.csv == run_.trace))
      mistakes.push_back(fmt::format("--trace names {}; expected a file of its own", *run_.trace));
    read_families("--trace-family", families_, run_.trace_families, mistakes);
    return run_;
  }

 private:
  RunCommand run_;
  ExperimentWords words_;
  std::vector<std::string> families_;
};

class TraceOptions final : public CommandOptions {
 public:
  explicit TraceOptions(CLI::App& program)
      : CommandOptions(program, "trace",
                       "Play one replication alone and write the courses of its families, step by step.") {
    add_scenario(*app_, trace_.scenario);
    app_->add_option("file", trace_.file, "Where to write: JSON Lines, one step a line.")
        ->type_name("FILE")
        ->required();
    add_to(*app_, words_, false);
    app_->footer("Example: lscb trace no-change family.jsonl --replication 7 --family 296");
  }

  Command read(Mistakes& mistakes) override {
    words_.read(trace_.seed, trace_.replication, trace_.families, mistakes);
    return trace_;
  }

 private:
  TraceCommand trace_;
  FamilyWords words_;
};

class FamilyOptions final : public CommandOptions {
 public:
  explicit FamilyOptions(CLI::App& program)
      : CommandOptions(program, "family",
                       "Tell one simulated family's chronology: what happened, what was "
                       "recorded, what who decided had in view.") {
    add_scenario(*app_, family_.scenario);
    add_to(*app_, words_, true);
    add_against(*app_, family_.against,
                "Another scenario: the same family under both, and where its two courses first part.");
    app_->add_option("--html", family_.html, "Write it as a page instead.")->type_name("FILE");
    app_->footer(
        "Families of one replication have the same numbers under every scenario of one area and period.\n"
        "Example: lscb family no-change --family 296 --against isle-of-wight-2011 --html=family.html");
  }

  Command read(Mistakes& mistakes) override {
    std::vector<std::uint32_t> numbers;
    words_.read(family_.key.seed, family_.key.replication, numbers, mistakes);
    if (numbers.size() > 1) mistakes.emplace_back("family: more than one --family; expected one");
    if (!numbers.empty()) family_.key.family = numbers.front();
    return family_;
  }

 private:
  FamilyCommand family_;
  FamilyWords words_;
};

class FamiliesOptions final : public CommandOptions {
 public:
  explicit FamiliesOptions(CLI::App& program)
      : CommandOptions(program, "families",
                       "Look for families over many replications: how often each kind is found, and which.") {
    families_.options.replications = 20;
    experiment_.page_only = true;
    add_scenario(*app_, families_.scenario);
    add_to(*app_, experiment_, families_.options);
    add_against(*app_, families_.against, "Another scenario: the same families under both.");
    add_to(*app_, words_, experiment_.csv);
  }

  Command read(Mistakes& mistakes) override {
    experiment_.read(families_.options, families_.output, families_.progress, mistakes);
    words_.read(families_, mistakes);
    return families_;
  }

 private:
  FamiliesCommand families_;
  ExperimentWords experiment_;
  FamiliesWords words_;
};

class CompareOptions final : public CommandOptions {
 public:
  explicit CompareOptions(CLI::App& program)
      : CommandOptions(
            program, "compare",
            "Compare scenarios with a base on the same simulated lives: differences, intervals, verdicts.") {
    app_->add_option("base", compare_.base, "The scenario to compare with.")->type_name("BASE")->required();
    app_->add_option("alternatives", compare_.alternatives, "One or more scenarios.")
        ->type_name("ALTERNATIVE")
        ->required();
    add_to(*app_, words_);
    app_->add_option(
            "--delta", words_.delta,
            fmt::format("A difference you would act on, in children a year ({:g} % of the base's headline).",
                        experiment::default_delta_share * 100.0))
        ->type_name("X");
    app_->footer(
        "Counted is the time from the first day on which any alternative differs from the base.\n"
        "Example: lscb compare no-change restructure done-well --delta 10 --csv=result.csv");
  }

  Command read(Mistakes& mistakes) override {
    words_.read(compare_.options, compare_.output, compare_.progress, mistakes);
    return compare_;
  }

 private:
  CompareCommand compare_;
  ExperimentWords words_;
};

class WhyOptions final : public CommandOptions {
 public:
  explicit WhyOptions(CLI::App& program)
      : CommandOptions(program, "why",
                       "Tell what the decisions rested on that ended calls about children in need.") {
    words_.page_only = true;
    add_scenario(*app_, why_.scenario);
    add_against(*app_, why_.against, "Another scenario, and what differs from the first.");
    app_->add_flag("--organisation", why_.organisation,
                   "Tell also, in a table of its own, what rests on each of seven parts of the organisation. "
                   "Takes eight to nine runs for a scenario's one, and replays.");
    app_->add_option("--sample", sample_,
                     fmt::format("How many of the missed are looked at one by one, over all replications and "
                                 "of each scenario ({}); all if there are fewer. With --organisation.",
                                 why_.sample))
        ->type_name("N");
    add_to(*app_, words_);
    app_->footer(
        R"(The seven parts: policy, load, turnover, early help, partners, experience, and the parents' account.
Each is put back to its reference in a run of the whole area: so many would have been assessed but for
it. Then families of a sample of the missed are played again with every combination put back, the rest
of the load held as it was: such shares of the missed rest on each.

Examples: lscb why no-change --against isle-of-wight-2011 --replications 100
          lscb why isle-of-wight-2011 --organisation --replications 100)");
  }

  Command read(Mistakes& mistakes) override {
    words_.read(why_.options, why_.output, why_.progress, mistakes);
    read_whole("--sample", sample_, 1, 100'000'000, why_.sample, mistakes);
    if (!sample_.empty() && !why_.organisation)
      mistakes.emplace_back("--sample: found no --organisation, expected it");
    return why_;
  }

 private:
  WhyCommand why_;
  ExperimentWords words_;
  std::string sample_;
};

class HindsightOptions final : public CommandOptions {
 public:
  explicit HindsightOptions(CLI::App& program)
      : CommandOptions(
            program, "hindsight",
            "Tell how much serious harm was predictable, and how often the same signs come to no harm.") {
    words_.page_only = true;
    add_scenario(*app_, hindsight_.scenario);
    add_against(*app_, hindsight_.against, "Another scenario, and what differs from the first.");
    add_to(*app_, words_);
    app_->add_option("--csv", words_.csv,
                     "Also write the result as CSV; --csv alone prints it instead of the text.")
        ->type_name("=FILE");
    app_->footer(
        "Also who was assessed, or turned away, through nothing but chance. Serious harm is rare: a hundred\n"
        "replications or more.\n"
        "Example: lscb hindsight no-change --against isle-of-wight-2011 --replications 100");
  }

  Command read(Mistakes& mistakes) override {
    words_.read(hindsight_.options, hindsight_.output, hindsight_.progress, mistakes);
    return hindsight_;
  }

 private:
  HindsightCommand hindsight_;
  ExperimentWords words_;
};

class EnglandOptions final : public CommandOptions {
 public:
  explicit EnglandOptions(CLI::App& program)
      : CommandOptions(
            program, "england",
            "Simulate scenarios in all 152 authorities of England, one after the other, and sum them up.") {
    england_.options.replications = 1;
    words_.least_replications = 1;
    words_.most_replications = 10'000;
    app_->add_option(
            "scenarios", england_.scenarios,
            "Scenarios whose dates and changes are taken (no-change); the others are compared with the "
            "first. Not their area: a change that names a team or a centre is refused.")
        ->type_name("SCENARIO");
    app_->add_option(
            "--authority", england_.authorities,
            "Only this one, by its name or its number at the Department for Education; may be repeated.")
        ->type_name("NAME")
        ->allow_extra_args(false);
    add_to(*app_, words_, england_.options);
    app_->footer(
        "What each authority's figures are and where they come from: lscb parameters Kent\n"
        "Example: lscb england no-change centre-cut --replications 5 --csv=england.csv");
  }

  Command read(Mistakes& mistakes) override {
    words_.read(england_.options, england_.output, england_.progress, mistakes);
    if (england_.scenarios.empty()) england_.scenarios = {"no-change"};
    return england_;
  }

 private:
  EnglandCommand england_;
  ExperimentWords words_;
};

class CheckOptions final : public CommandOptions {
 public:
  explicit CheckOptions(CLI::App& program)
      : CommandOptions(program, "check",
                       "List every mistake in scenario, area and parameter files, or say there is none.") {
    app_->add_option("files", check_.files, "Names or paths.")->type_name("FILE");
    app_->add_option("--workload", check_.workload_areas,
                     "Print the hours that an area's work needs against the hours its posts hold.")
        ->type_name("AREA")
        ->allow_extra_args(false);
    app_->footer("Example: lscb check my/plan.toml --workload isle-of-wight-2010");
  }

  Command read(Mistakes& mistakes) override {
    if (check_.files.empty() && check_.workload_areas.empty())
      mistakes.emplace_back("check: no file to check; name one, or --workload AREA");
    return check_;
  }

 private:
  CheckCommand check_;
};

class ListOptions final : public CommandOptions {
 public:
  explicit ListOptions(CLI::App& program)
      : CommandOptions(program, "list", "List the scenarios and areas that can be asked for by name.") {}

  Command read(Mistakes&) override { return ListCommand{}; }
};

class ParametersOptions final : public CommandOptions {
 public:
  explicit ParametersOptions(CLI::App& program)
      : CommandOptions(
            program, "parameters",
            "Print every parameter: value, unit, range, source, year and how far it can be trusted.") {
    app_->add_option("area", parameters_.area, "Print this area's figures too, marked where borrowed.")
        ->type_name("AREA");
    app_->add_option("--grade", grade_, "Only those graded measured, published, judgement or assumption.")
        ->type_name("GRADE");
  }

  Command read(Mistakes& mistakes) override {
    if (grade_.empty()) return parameters_;
    static const std::map<std::string, spec::Grade> grades{{"measured", spec::Grade::measured},
                                                           {"published", spec::Grade::published},
                                                           {"judgement", spec::Grade::judgement},
                                                           {"assumption", spec::Grade::assumption}};
    const auto place = grades.find(grade_);
    if (place == grades.end()) {
      mistakes.push_back(wrong("--grade", grade_, "measured, published, judgement or assumption"));
    } else {
      parameters_.grade = place->second;
    }
    return parameters_;
  }

 private:
  ParametersCommand parameters_;
  std::string grade_;
};

class LeversOptions final : public CommandOptions {
 public:
  explicit LeversOptions(CLI::App& program)
      : CommandOptions(
            program, "levers",
            "List what a scenario file may change: in words, unit, range, owner, cost, source and grade.") {
    levers_.options.replications = 100;
    words_.page_only = true;
    app_->add_option("kind", levers_.kind, "Only this kind of change.")->type_name("KIND");
    auto* cost = app_->add_flag(
        "--cost", levers_.cost,
        "Instead of the list: simulate each recommendation of the review against no-change, and tell what it "
        "costs in pounds and hours and what it does.");
    add_to(*app_, words_, levers_.options);
    for (const char* option :
         {"--replications", "--seed", "--threads", "--from", "--to", "--progress", "--no-progress"}) {
      app_->get_option(option)->needs(cost);
    }
    app_->footer("Examples: lscb levers restructure\n          lscb levers --cost --replications 200");
  }

  Command read(Mistakes& mistakes) override {
    words_.read(levers_.options, levers_.output, levers_.progress, mistakes);
    return levers_;
  }

 private:
  LeversCommand levers_;
  ExperimentWords words_;
};

}  // namespace

CommandOptions::CommandOptions(CLI::App& program, const char* name, const char* words)
    : app_(program.add_subcommand(name, words)) {}

std::string CommandOptions::name() const {
  return app_->get_name();
}

bool CommandOptions::chosen() const {
  return app_->parsed();
}

std::vector<std::unique_ptr<CommandOptions>> add_commands(CLI::App& program) {
  std::vector<std::unique_ptr<CommandOptions>> all;
  all.push_back(std::make_unique<RunOptions>(program));
  all.push_back(std::make_unique<TraceOptions>(program));
  all.push_back(std::make_unique<FamilyOptions>(program));
  all.push_back(std::make_unique<FamiliesOptions>(program));
  all.push_back(std::make_unique<CompareOptions>(program));
  all.push_back(std::make_unique<WhyOptions>(program));
  all.push_back(std::make_unique<HindsightOptions>(program));
  all.push_back(std::make_unique<EnglandOptions>(program));
  all.push_back(std::make_unique<CheckOptions>(program));
  all.push_back(std::make_unique<ListOptions>(program));
  all.push_back(std::make_unique<ParametersOptions>(program));
  all.push_back(std::make_unique<LeversOptions>(program));
  return all;
}

}  // namespace lscb::cli
