// What a chair asks of an alternative once the headline is told: who is affected, who waits at the end, who
// carries it, how bad it may get, and when the board would have learned it. A section each, short; with `all`
// every row of it.
#pragma once

#include <string>
#include <string_view>

#include "experiment/compare.h"
#include "report/first_page.h"

namespace lscb::report {

/// `unit`: of the headline.
void put_worst_decile(std::string& out, const experiment::CompareResult& comparison,
                      const experiment::Alternative& alternative, std::string_view unit);
void put_affected(std::string& out, const experiment::Alternative& alternative, const FirstPage& page,
                  bool all);
void put_waiting(std::string& out, const experiment::CompareResult& comparison,
                 const experiment::Alternative& alternative, const FirstPage& page, bool all);
void put_carriers(std::string& out, const experiment::Alternative& alternative, const FirstPage& page,
                  bool all);
void put_board_view(std::string& out, const experiment::Alternative& alternative, bool all);

}  // namespace lscb::report
