#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>

namespace luot::simulator::people {

/// Chance that repeats: the same seed and stream give the same draws with every standard library, because
/// only the generator (std::mt19937_64, whose numbers the standard fixes) is taken from it, not its
/// distributions.
class Dice {
public:
    /// `stream` keeps users of one seed apart, so that what one draws does not shift the others.
    Dice(std::uint64_t seed, std::uint64_t stream);

    double uniform();  ///< 0 to below 1
    bool chance(double share) { return uniform() < share; }
    double normal();  ///< mean 0, deviation 1; Box and Muller, of whose pair one is used
    /// exp(ln(median) + sigma * normal)
    double logNormal(double median, double sigma);
    /// Of that mean and coefficient of variation; Marsaglia and Tsang (2000), for a cv below 1.
    double gamma(double mean, double cv);
    /// Counts exponential gaps, so its cost grows with the mean.
    int poisson(double mean);
    /// 1 or more, of that mean.
    int geometric(double mean);
    /// A key by its weight; `weights` must hold a weight over 0.
    const std::string& pick(const std::map<std::string, double>& weights);

private:
    std::mt19937_64 engine_;
};

}  // namespace luot::simulator::people
