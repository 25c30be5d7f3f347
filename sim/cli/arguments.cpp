#include "cli/arguments.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "cli/option_words.h"

namespace lscb::cli {
namespace {

constexpr const char* examples = R"(Examples:
  lscb list
  lscb run no-change
  lscb compare no-change restructure caf-pressure
  lscb compare no-change my/plan.toml --replications 500 --json=result.json
  lscb family no-change --family 296 --against isle-of-wight-2011 --html=family.html
  lscb families no-change --against isle-of-wight-2011
  lscb why no-change --against isle-of-wight-2011
  lscb hindsight no-change --against isle-of-wight-2011
  lscb england no-change caf-pressure --csv=england.csv
  lscb check my/plan.toml my/area.toml
  lscb check --workload isle-of-wight-2010
  lscb parameters --grade assumption
  lscb levers
  lscb levers --cost

SCENARIO, BASE and ALTERNATIVE are names that `lscb list` shows, or paths of .toml files.
`lscb COMMAND --help` explains a command. Exit codes: 0 done, 1 a fault in the program, 2 a mistake in the input
(all of them are listed and no file is written), 130 stopped by Ctrl-C (what had finished is told).)";

void add_to(CLI::App& command, ExperimentWords& words, const experiment::Options& defaults = {}) {
  const auto add = [&command](const char* name, std::string& value, const char* type, std::string text) {
    command.add_option(name, value, std::move(text))->type_name(type);
  };
  add("--replications", words.replications, "N",
      fmt::format("How many times each scenario is simulated, {} to {} ({}). More narrow the intervals.",
                  words.least_replications, words.most_replications, defaults.replications));
  add("--seed", words.seed, "N",
      fmt::format("Names the simulated lives ({}); the same seed repeats them.", defaults.seed));
  add("--threads", words.threads, "N",
      "How many work at once (as many as the machine has). Changes no figure.");
  add("--from", words.from, "DATE",
      "First day counted, such as 2011-01-01, inside the scenario's own dates.");
  add("--to", words.to, "DATE", "The day after the last one counted.");
  command
      .add_option("--json", words.json,
                  "Also write the result as JSON; --json alone prints it instead of the text.")
      ->type_name("=FILE");
  if (!words.page_only) {
    command
        .add_option("--csv", words.csv,
                    "Also write the result as CSV; --csv alone prints it instead of the text.")
        ->type_name("=FILE");
    command.add_flag("--all", words.output.all_measures, "Print every measure, not only the first page.");
  }
  command.add_flag("--progress", words.progress, "Show how far it has come even where no terminal is.");
  command.add_flag("--no-progress", words.no_progress, "Do not show how far it has come.");
}

void add_to(CLI::App& command, FamilyWords& words, bool one_family) {
  auto* family = command.add_option("--family", words.families,
                                    one_family ? "Its number in the replication, from 1."
                                               : "Only this family, by its number; may be repeated.");
  family->type_name("N")->allow_extra_args(false);
  if (one_family) family->required();
  command.add_option("--replication", words.replication, "Which replication, from 1 (1).")->type_name("N");
  command.add_option("--seed", words.seed, "The seed of the experiment (1).")->type_name("N");
}

Answer refusal(const std::vector<std::string>& mistakes, std::string_view command) {
  std::string text;
  for (const auto& mistake : mistakes) text += fmt::format("lscb: {}\n", mistake);
  const std::string help = command.empty() ? "lscb --help" : fmt::format("lscb {} --help", command);
  return {text + fmt::format("`{}` shows what can be asked for.\n", help), exit_bad_input};
}

/// A word after --json is a scenario, not a file: `=FILE` alone names a file.
void give_bare_outputs_a_value(std::vector<std::string>& words) {
  for (auto& word : words) {
    if (word == "--") break;
    if (word == "--json" || word == "--csv") word += "=-";
  }
}

constexpr const char* command_names[] = {"run",   "trace",     "family",     "families",
                                         "why",   "hindsight", "compare",    "england",
                                         "check", "list",      "parameters", "levers"};

void add_to(CLI::App& command, FamiliesWords& words, std::string& csv) {
  const auto add = [&command](const char* name, std::string& value, const char* type,
                              const std::string& text) {
    command.add_option(name, value, text)->type_name(type);
  };
  add("--against", words.against, "SCENARIO", "Another scenario: the same families under both.");
  add("--filter", words.filter, "ID", "List the families of this kind: " + experiment::filter_ids() + ".");
  add("--top", words.top, "N", fmt::format("List so many ({}).", experiment::FamilySearch{}.top));
  add("--csv", csv, "=FILE", "Also write the result as CSV; --csv alone prints it instead of the text.");
  command.footer(
      "Without --filter: how often families of each kind are found, of every 10,000 children in the area.\n"
      "Example: lscb families no-change --against isle-of-wight-2011 --filter seed-pattern");
}

}  // namespace

const char* version() {
  return LSCB_VERSION;
}

std::variant<Command, Answer> parse(std::vector<std::string> words) {
  CLI::App app{
      "What does a change of organisation do to the children who needed an assessment and will not get one?\n"
      "lscb simulates children's services before and after a change, on the same simulated lives.",
      "lscb"};
  app.footer(examples);
  app.set_version_flag("--version", fmt::format("lscb {}", version()));
  app.require_subcommand(1);
  app.get_formatter()->column_width(28);

  RunCommand run;
  ExperimentWords run_words;
  CLI::App* run_app =
      app.add_subcommand("run", "Simulate one scenario and print its figures with their intervals.");
  run_app->add_option("scenario", run.scenario, "A scenario's name or file.")
      ->type_name("SCENARIO")
      ->required();
  add_to(*run_app, run_words);
  run_app->add_flag("--coverage", run.coverage, "Also print how often each branch of the pathway was taken.");
  run_app->add_flag("--effort", run.effort,
                    "Also print the simulator's own work: events, and time for each.");
  std::string run_trace;
  std::vector<std::string> run_families;
  run_app
      ->add_option("--trace", run_trace,
                   "Also write the course of every family, step by step, as JSON Lines: some 250 MB for each "
                   "replication of an island.")
      ->type_name("FILE");
  run_app->add_option("--trace-family", run_families, "Only this family, by its number; may be repeated.")
      ->type_name("N")
      ->allow_extra_args(false)
      ->needs("--trace");
  run_app->footer("Example: lscb run isle-of-wight-2011 --replications 50 --coverage");

  TraceCommand trace;
  FamilyWords trace_words;
  CLI::App* trace_app = app.add_subcommand(
      "trace", "Play one replication alone and write the courses of its families, step by step.");
  trace_app->add_option("scenario", trace.scenario, "A scenario's name or file.")
      ->type_name("SCENARIO")
      ->required();
  trace_app->add_option("file", trace.file, "Where to write: JSON Lines, one step a line.")
      ->type_name("FILE")
      ->required();
  add_to(*trace_app, trace_words, false);
  trace_app->footer("Example: lscb trace no-change family.jsonl --replication 7 --family 296");

  FamilyCommand family;
  FamilyWords family_words;
  std::string family_html, family_against;
  CLI::App* family_app = app.add_subcommand("family",
                                            "Tell one simulated family's chronology: what happened, what was "
                                            "recorded, what who decided had in view.");
  family_app->add_option("scenario", family.scenario, "A scenario's name or file.")
      ->type_name("SCENARIO")
      ->required();
  add_to(*family_app, family_words, true);
  family_app
      ->add_option("--against", family_against,
                   "Another scenario: the same family under both, and where its two courses first part.")
      ->type_name("SCENARIO");
  family_app->add_option("--html", family_html, "Write it as a page instead.")->type_name("FILE");
  family_app->footer(
      "Families of one replication have the same numbers under every scenario of one area and period.\n"
      "Example: lscb family no-change --family 296 --against isle-of-wight-2011 --html=family.html");

  FamiliesCommand families;
  families.options.replications = 20;
  ExperimentWords families_experiment;
  families_experiment.page_only = true;
  FamiliesWords families_words;
  CLI::App* families_app = app.add_subcommand(
      "families", "Look for families over many replications: how often each kind is found, and which.");
  families_app->add_option("scenario", families.scenario, "A scenario's name or file.")
      ->type_name("SCENARIO")
      ->required();
  add_to(*families_app, families_experiment, families.options);
  add_to(*families_app, families_words, families_experiment.csv);

  CompareCommand compare;
  ExperimentWords compare_words;
  CLI::App* compare_app = app.add_subcommand(
      "compare",
      "Compare scenarios with a base on the same simulated lives: differences, intervals, verdicts.");
  compare_app->add_option("base", compare.base, "The scenario to compare with.")
      ->type_name("BASE")
      ->required();
  compare_app->add_option("alternatives", compare.alternatives, "One or more scenarios.")
      ->type_name("ALTERNATIVE")
      ->required();
  add_to(*compare_app, compare_words);
  compare_app
      ->add_option(
          "--delta", compare_words.delta,
          fmt::format("A difference you would act on, in children a year ({:g} % of the base's headline).",
                      experiment::default_delta_share * 100.0))
      ->type_name("X");
  compare_app->footer(
      "Counted is the time from the first day on which any alternative differs from the base.\n"
      "Example: lscb compare no-change restructure done-well --delta 10 --csv=result.csv");

  WhyCommand why;
  ExperimentWords why_words;
  why_words.page_only = true;
  std::string why_against;
  CLI::App* why_app =
      app.add_subcommand("why", "Tell what the decisions rested on that ended calls about children in need.");
  why_app->add_option("scenario", why.scenario, "A scenario's name or file.")
      ->type_name("SCENARIO")
      ->required();
  why_app->add_option("--against", why_against, "Another scenario, and what differs from the first.")
      ->type_name("SCENARIO");
  why_app->add_flag(
      "--organisation", why.organisation,
      "Tell instead how many children would have been assessed but for policy, load, turnover, early help, "
      "partners, experience or the parents' account: each is put back to its reference in a run of its own, "
      "eight runs for a scenario's one.");
  add_to(*why_app, why_words);
  why_app->footer(
      "Examples: lscb why no-change --against isle-of-wight-2011 --replications 100\n"
      "          lscb why isle-of-wight-2011 --organisation --replications 100");

  HindsightCommand hindsight;
  ExperimentWords hindsight_words;
  hindsight_words.page_only = true;
  std::string hindsight_against;
  CLI::App* hindsight_app = app.add_subcommand(
      "hindsight",
      "Tell how much serious harm was predictable, and how often the same signs come to no harm.");
  hindsight_app->add_option("scenario", hindsight.scenario, "A scenario's name or file.")
      ->type_name("SCENARIO")
      ->required();
  hindsight_app
      ->add_option("--against", hindsight_against, "Another scenario, and what differs from the first.")
      ->type_name("SCENARIO");
  add_to(*hindsight_app, hindsight_words);
  hindsight_app
      ->add_option("--csv", hindsight_words.csv,
                   "Also write the result as CSV; --csv alone prints it instead of the text.")
      ->type_name("=FILE");
  hindsight_app->footer(
      "Also who was assessed, or turned away, through nothing but chance. Serious harm is rare: a hundred\n"
      "replications or more.\n"
      "Example: lscb hindsight no-change --against isle-of-wight-2011 --replications 100");

  EnglandCommand england;
  england.options.replications = 1;
  ExperimentWords england_words;
  england_words.least_replications = 1;
  england_words.most_replications = 10'000;
  CLI::App* england_app = app.add_subcommand(
      "england",
      "Simulate scenarios in all 152 authorities of England, one after the other, and sum them up.");
  england_app
      ->add_option(
          "scenarios", england.scenarios,
          "Scenarios whose dates and changes are taken (no-change); the others are compared with the "
          "first. Not their area: a change that names a team or a centre is refused.")
      ->type_name("SCENARIO");
  england_app
      ->add_option(
          "--authority", england.authorities,
          "Only this one, by its name or its number at the Department for Education; may be repeated.")
      ->type_name("NAME")
      ->allow_extra_args(false);
  add_to(*england_app, england_words, england.options);
  england_app->footer(
      "What each authority's figures are and where they come from: lscb parameters Kent\n"
      "Example: lscb england no-change centre-cut --replications 5 --csv=england.csv");

  CheckCommand check;
  CLI::App* check_app = app.add_subcommand(
      "check", "List every mistake in scenario, area and parameter files, or say there is none.");
  check_app->add_option("files", check.files, "Names or paths.")->type_name("FILE");
  check_app
      ->add_option("--workload", check.workload_areas,
                   "Print the hours that an area's work needs against the hours its posts hold.")
      ->type_name("AREA")
      ->allow_extra_args(false);
  check_app->footer("Example: lscb check my/plan.toml --workload isle-of-wight-2010");

  CLI::App* list_app =
      app.add_subcommand("list", "List the scenarios and areas that can be asked for by name.");

  ParametersCommand parameters;
  std::string grade;
  CLI::App* parameters_app = app.add_subcommand(
      "parameters", "Print every parameter: value, unit, range, source, year and how far it can be trusted.");
  parameters_app->add_option("area", parameters.area, "Print this area's figures too, marked where borrowed.")
      ->type_name("AREA");
  parameters_app
      ->add_option("--grade", grade, "Only those graded measured, published, judgement or assumption.")
      ->type_name("GRADE");

  LeversCommand levers;
  levers.options.replications = 100;
  ExperimentWords levers_words;
  levers_words.page_only = true;
  CLI::App* levers_app = app.add_subcommand(
      "levers",
      "List what a scenario file may change: in words, unit, range, owner, cost, source and grade.");
  levers_app->add_option("kind", levers.kind, "Only this kind of change.")->type_name("KIND");
  auto* cost_flag = levers_app->add_flag(
      "--cost", levers.cost,
      "Instead of the list: simulate each recommendation of the review against no-change, and tell what it "
      "costs in pounds and hours and what it does.");
  add_to(*levers_app, levers_words, levers.options);
  for (const char* option :
       {"--replications", "--seed", "--threads", "--from", "--to", "--progress", "--no-progress"}) {
    levers_app->get_option(option)->needs(cost_flag);
  }
  levers_app->footer("Examples: lscb levers restructure\n          lscb levers --cost --replications 200");

  try {
    give_bare_outputs_a_value(words);
    std::reverse(words.begin(), words.end());
    app.parse(words);
  } catch (const CLI::CallForHelp&) {
    for (const CLI::App* command : app.get_subcommands()) return Answer{command->help(), exit_ok};
    return Answer{app.help(), exit_ok};
  } catch (const CLI::CallForVersion& call) {
    return Answer{fmt::format("{}\n", call.what()), exit_ok};
  } catch (const CLI::ParseError& error) {
    const auto chosen = app.get_subcommands();
    const std::string command = chosen.empty() ? std::string{} : chosen.front()->get_name();
    if (chosen.empty()) {
      std::string all;
      for (const char* name : command_names) all += fmt::format("{}{}", all.empty() ? "" : ", ", name);
      return refusal({fmt::format("{}; expected one of the commands {}", error.what(), all)}, {});
    }
    return refusal({fmt::format("{}: {}", command, error.what())}, command);
  }

  std::vector<std::string> mistakes;
  if (*run_app) {
    run_words.read(run.options, run.output, run.progress, mistakes);
    if ((run.coverage || run.effort) && run.output.to_stdout()) {
      mistakes.push_back(
          "--coverage and --effort are text; name a file for the result, as in --json=result.json");
    }
    if (!run_trace.empty()) run.trace = run_trace;
    if (run_trace == "-" ||
        (!run_trace.empty() && (run.output.json == run_trace || run.output.csv == run_trace)))
      mistakes.push_back(fmt::format("--trace names {}; expected a file of its own", run_trace));
    read_families("--trace-family", run_families, run.trace_families, mistakes);
    if (!mistakes.empty()) return refusal(mistakes, "run");
    return Command{run};
  }
  if (*trace_app) {
    trace_words.read(trace.seed, trace.replication, trace.families, mistakes);
    if (!mistakes.empty()) return refusal(mistakes, "trace");
    return Command{trace};
  }
  if (*family_app) {
    std::vector<std::uint32_t> numbers;
    family_words.read(family.key.seed, family.key.replication, numbers, mistakes);
    if (numbers.size() > 1) mistakes.push_back("family: more than one --family; expected one");
    if (!numbers.empty()) family.key.family = numbers.front();
    if (!family_html.empty()) family.html = family_html;
    if (!family_against.empty()) family.against = family_against;
    if (!mistakes.empty()) return refusal(mistakes, "family");
    return Command{family};
  }
  if (*families_app) {
    families_experiment.read(families.options, families.output, families.progress, mistakes);
    families_words.read(families, mistakes);
    if (!mistakes.empty()) return refusal(mistakes, "families");
    return Command{families};
  }
  if (*compare_app) {
    compare_words.read(compare.options, compare.output, compare.progress, mistakes);
    if (!mistakes.empty()) return refusal(mistakes, "compare");
    return Command{compare};
  }
  if (*why_app) {
    why_words.read(why.options, why.output, why.progress, mistakes);
    if (!why_against.empty()) why.against = why_against;
    if (!mistakes.empty()) return refusal(mistakes, "why");
    return Command{why};
  }
  if (*hindsight_app) {
    hindsight_words.read(hindsight.options, hindsight.output, hindsight.progress, mistakes);
    if (!hindsight_against.empty()) hindsight.against = hindsight_against;
    if (!mistakes.empty()) return refusal(mistakes, "hindsight");
    return Command{hindsight};
  }
  if (*england_app) {
    england_words.read(england.options, england.output, england.progress, mistakes);
    if (england.scenarios.empty()) england.scenarios = {"no-change"};
    if (!mistakes.empty()) return refusal(mistakes, "england");
    return Command{england};
  }
  if (*check_app) {
    if (check.files.empty() && check.workload_areas.empty()) {
      return refusal({"check: no file to check; name one, or --workload AREA"}, "check");
    }
    return Command{check};
  }
  if (*list_app) return Command{ListCommand{}};
  if (*levers_app) {
    levers_words.read(levers.options, levers.output, levers.progress, mistakes);
    if (!mistakes.empty()) return refusal(mistakes, "levers");
    return Command{levers};
  }

  if (!grade.empty()) {
    static const std::map<std::string, spec::Grade> grades{{"measured", spec::Grade::measured},
                                                           {"published", spec::Grade::published},
                                                           {"judgement", spec::Grade::judgement},
                                                           {"assumption", spec::Grade::assumption}};
    const auto place = grades.find(grade);
    if (place == grades.end()) {
      return refusal({wrong("--grade", grade, "measured, published, judgement or assumption")}, "parameters");
    }
    parameters.grade = place->second;
  }
  return Command{parameters};
}

}  // namespace lscb::cli
