#include "simulator/people/Dice.hpp"

#include <cmath>
#include <numbers>

#include "base/Assert.hpp"

namespace luot::simulator::people {

namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): near seeds become far ones.
std::uint64_t mixed(std::uint64_t seed) {
    seed += 0x9e3779b97f4a7c15;
    seed = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9;
    seed = (seed ^ (seed >> 27)) * 0x94d049bb133111eb;
    return seed ^ (seed >> 31);
}

}  // namespace

Dice::Dice(std::uint64_t seed, std::uint64_t stream) : engine_(mixed(mixed(seed) ^ mixed(~stream))) {}

double Dice::uniform() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }

double Dice::normal() {
    const double radius = std::sqrt(-2 * std::log(1 - uniform()));
    return radius * std::cos(2 * std::numbers::pi * uniform());
}

double Dice::logNormal(double median, double sigma) { return median * std::exp(sigma * normal()); }

double Dice::gamma(double mean, double cv) {
    if (cv <= 0) return mean;
    const double shape = 1 / (cv * cv);
    LUOT_ASSERT(shape >= 1);
    const double d = shape - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double x = normal();
        const double v = std::pow(1 + c * x, 3);
        if (v > 0 && std::log(1 - uniform()) < x * x / 2 + d - d * v + d * std::log(v))
            return mean * d * v / shape;
    }
}

int Dice::poisson(double mean) {
    int count = 0;
    for (double passed = -std::log(1 - uniform()); passed < mean; passed -= std::log(1 - uniform())) ++count;
    return count;
}

int Dice::geometric(double mean) {
    if (mean <= 1) return 1;
    return 1 + static_cast<int>(std::log(1 - uniform()) / std::log(1 - 1 / mean));
}

const std::string& Dice::pick(const std::map<std::string, double>& weights) {
    double sum = 0;
    for (const auto& [key, weight] : weights) sum += weight;
    LUOT_ASSERT(sum > 0);
    double left = uniform() * sum;
    const std::string* picked = nullptr;
    for (const auto& [key, weight] : weights) {
        if (weight <= 0) continue;
        picked = &key;
        left -= weight;
        if (left < 0) break;
    }
    return *picked;
}

}  // namespace luot::simulator::people
