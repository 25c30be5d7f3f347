#pragma once

// Results of queueing theory in closed form or by direct computation. Rates are per unit of time, any unit.

#include <functional>
#include <vector>

namespace lscb::theory {

// Share of arrivals that find all of c servers busy, offered a = arrival rate * mean service. Erlang's B and
// C: lost, or waiting (a < c). Cooper, "Introduction to Queueing Theory", 2nd ed., 1981, sections 3.3
// and 3.4.
[[nodiscard]] double erlang_b(int servers, double offered);
[[nodiscard]] double erlang_c(int servers, double offered);

// Stationary chances of 0 .. last in a birth-death process with those rates.
[[nodiscard]] std::vector<double> birth_death(int last, const std::function<double(int)>& birth,
                                              const std::function<double(int)>& death);

[[nodiscard]] double mean_of(const std::vector<double>& chances);

// Mean wait before service in M/G/1 (Pollaczek-Khinchine), service of mean s and coefficient of variation cv.
[[nodiscard]] double pollaczek_khinchine(double arrival_rate, double mean_service, double cv);

// Carries the chances of 0 .. last forward by `time` where from n there are births of `birth_size` at a rate
// and deaths of one at death(n). Fourth-order Runge-Kutta; its error at the steps used here is below 1e-8.
// Births past the last state are dropped: choose `last` so that its chance is negligible.
void carry_forward(std::vector<double>& chances, double time, double birth_rate, int birth_size,
                   const std::function<double(int)>& death);

}  // namespace lscb::theory
