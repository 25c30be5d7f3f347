#!/bin/sh
# Stands in for a test program whose claims may fail too often, to see that the budget is enforced.
printf '0.0006\t0.001\t0.02\tfirst\n0.0006\t0.001\t0.02\tsecond\n'
