#include "theory.h"

#include <cmath>
#include <cstddef>
#include <numeric>

namespace lscb::theory {

double erlang_b(int servers, double offered) {
  double blocked = 1.0;
  for (int c = 1; c <= servers; ++c) blocked = offered * blocked / (c + offered * blocked);
  return blocked;
}

double erlang_c(int servers, double offered) {
  const double blocked = erlang_b(servers, offered);
  return blocked / (1.0 - offered / servers * (1.0 - blocked));
}

std::vector<double> birth_death(int last, const std::function<double(int)>& birth,
                                const std::function<double(int)>& death) {
  std::vector<double> chances{1.0};
  for (int n = 1; n <= last; ++n) chances.push_back(chances.back() * birth(n - 1) / death(n));
  const double sum = std::accumulate(chances.begin(), chances.end(), 0.0);
  for (double& chance : chances) chance /= sum;
  return chances;
}

double mean_of(const std::vector<double>& chances) {
  double mean = 0.0;
  for (std::size_t n = 0; n < chances.size(); ++n) mean += static_cast<double>(n) * chances[n];
  return mean;
}

double pollaczek_khinchine(double arrival_rate, double mean_service, double cv) {
  const double load = arrival_rate * mean_service;
  return load * mean_service * (1.0 + cv * cv) / (2.0 * (1.0 - load));
}

void carry_forward(std::vector<double>& chances, double time, double birth_rate, int birth_size,
                   const std::function<double(int)>& death) {
  const std::size_t states = chances.size();
  const auto jump = static_cast<std::size_t>(birth_size);
  std::vector<double> death_rate(states);
  double fastest = birth_rate;
  for (std::size_t n = 1; n < states; ++n) {
    death_rate[n] = death(static_cast<int>(n));
    fastest = std::fmax(fastest, birth_rate + death_rate[n]);
  }
  const auto slope = [&](const std::vector<double>& p) {
    std::vector<double> change(states);
    for (std::size_t n = 0; n < states; ++n) {
      const double born = n + jump < states ? birth_rate * p[n] : 0.0;
      const double died = death_rate[n] * p[n];
      change[n] -= born + died;
      if (born > 0.0) change[n + jump] += born;
      if (n > 0) change[n - 1] += died;
    }
    return change;
  };
  const auto steps = static_cast<int>(std::ceil(time * fastest / 0.02));
  const double step = time / steps;
  const auto moved = [&](const std::vector<double>& by, double factor) {
    std::vector<double> p = chances;
    for (std::size_t n = 0; n < states; ++n) p[n] += by[n] * factor;
    return p;
  };
  for (int i = 0; i < steps; ++i) {
    const std::vector<double> a = slope(chances);
    const std::vector<double> b = slope(moved(a, step / 2));
    const std::vector<double> c = slope(moved(b, step / 2));
    const std::vector<double> d = slope(moved(c, step));
    for (std::size_t n = 0; n < states; ++n) chances[n] += step / 6 * (a[n] + 2 * b[n] + 2 * c[n] + d[n]);
  }
}

}  // namespace lscb::theory
