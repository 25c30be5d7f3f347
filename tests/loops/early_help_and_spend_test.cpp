// An early-help cut and later acute spend: an experiment whose design was written down before it was first run.
//
// QUESTION. Does a cut of early help come back as spend on placements, by itself, through the model's own
// mechanisms? fewer family support posts -> fewer children with a CAF -> children longer in need -> more
// referrals and more children looked after -> more spent on placements -> a forecast over the budget -> the
// rules against overspending, of which an early-help cut is one.
//
// DESIGN. The Isle of Wight as shipped (no-change), 1 January 2010 to 31 December 2013, counted from the cut.
// The cut: half of the children's centres' budget from 1 April 2010, no day closed. Pairs on the same simulated
// lives. *On*: parameters as shipped. *Off*: a CAF helps nobody (effect.caf_recovery 1, caf_prevention 0,
// caf_protection 0), in both arms.
//   replications   100 pairs on, 100 pairs off; seed 20100401
//   intervals      two-sided Student t of the paired difference at 99 % each (five links, 5 % in all)
//   delta, the size of interest: 1 % of no-change's mean of the measure
//
// WHAT IS ASSERTED, the mechanism's link:
//   1. centre staff cost less, in every pair;
//   2. fewer children with a CAF on an average day: interval below 0;
//   3. on: more child-days of need: interval above 0;
//   4. off: child-days of need within +-delta: interval inside;
//   5. in each of the first five pairs nothing at all differs before the cut, and children in CAF differ before
//      children looked after do.
// WHAT IS REPORTED, with the sign expected beforehand and no assertion ("not found" is an answer):
//   6. referrals: up; 7. children looked after: up; 8. spend on placements: up; 9. all spend beyond the budget: up.
// Each is "found" if the interval lies above 0, "found, too small to matter" if it also lies below delta, "the
// opposite" if it lies below 0, else "not found". No parameter was set to make it come out; the result stands in
// sim/MODEL.md.
