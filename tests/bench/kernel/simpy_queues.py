"""The bench's queues in SimPy 3, written as its manual teaches: one process a customer.

Usage: simpy_queues.py SERVERS LOAD OPEN DEPARTURES (SERVERS 0: unlimited). Prints seconds and mean sojourn.
"""
import random
import sys
import time

import simpy


def main():
    servers, load = int(sys.argv[1]), float(sys.argv[2])
    open_at_start, departures = int(sys.argv[3]), int(sys.argv[4])
    draw = random.Random(20090312).expovariate
    env = simpy.Environment()
    desk = simpy.Resource(env, servers) if servers else None
    done = env.event()
    rate = load * servers if servers else load
    seen = [0, 0.0]

    def customer():
        arrived = env.now
        if desk:
            with desk.request() as turn:
                yield turn
                yield env.timeout(draw(1.0))
        else:
            yield env.timeout(draw(1.0))
        seen[0] += 1
        seen[1] += env.now - arrived
        if seen[0] == departures:
            done.succeed()

    def source():
        while True:
            yield env.timeout(draw(rate))
            env.process(customer())

    for _ in range(open_at_start):
        env.process(customer())
    if open_at_start:
        env.run(until=1e-9)
    begun = time.perf_counter()
    env.process(source())
    env.run(until=done)
    print(time.perf_counter() - begun, seen[1] / seen[0])


main()
