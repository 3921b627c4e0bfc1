#pragma once

#include <functional>
#include <vector>

#include "queue/Rules.hpp"
#include "simulator/people/Dice.hpp"

/// Queues as textbooks have them, played on the rules of a hall: one day of 24 hours in which a unit of the
/// model's time is so long that all visitors of a replication come within it.
namespace luot::simulator::references {

using Draw = std::function<double(people::Dice&)>;

Draw exponential(double mean);
Draw constant(double value);
Draw erlang2(double mean);
Draw evenly(double from, double to);
Draw logNormal(double mean, double cv);

/// Visitors of one kind come as a Poisson process.
struct VisitorClass {
    double rate = 0;
    Draw service;
    bool priority = false;
    int rank =
        1;  ///< of their service at every counter; classes of different ranks have services of their own
};

struct QueueModel {
    int counters = 1;
    std::vector<VisitorClass> classes;
    queue::OrderRules order;
};

/// The waits of one replication in the model's time, by class, of those who came after the warm-up and before
/// the last part, which only keeps the queue as long as it was.
using Waits = std::vector<std::vector<double>>;

struct Length {
    int warmUp = 2'500;  ///< visitors that are left out, from an empty hall
    int measured = 13'000;
    int after = 1'500;
};

Waits replicate(const QueueModel& model, std::uint64_t seed, const Length& length);

/// A mean over independent replications and half the width of its 99 % interval (Student's t).
struct Estimate {
    double mean = 0;
    double halfWidth = 0;

    bool holds(double value) const { return mean - halfWidth <= value && value <= mean + halfWidth; }
};

/// The mean wait of each class.
std::vector<double> meanWaits(const Waits& waits);

std::vector<Estimate> estimate(const std::vector<std::vector<double>>& replications);

}  // namespace luot::simulator::references
