#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <fstream>

#include "QueueModel.hpp"

// What a long run costs: the memory of its longest day, and not the sum of its days.
namespace luot::simulator::references {
namespace {

double residentMegabytes() {
    std::ifstream file("/proc/self/statm");
    double size = 0;
    double resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

TEST(LongRunTest, NeedsNoMoreMemoryTheLongerItRuns) {
    constexpr int days = 10;
    constexpr double tolerated = 4;  // megabytes; a single day's tickets alone are more
    const QueueModel model{1, {{0.8, exponential(1)}}, {}};
    const Length length;
    replicate(model, 1, length);
    const double before = residentMegabytes();
    const auto began = std::chrono::steady_clock::now();
    for (int day = 0; day < days; ++day) replicate(model, static_cast<std::uint64_t>(day), length);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    std::printf("    %.0f tickets a second\n",
                days * (length.warmUp + length.measured + length.after) / took.count());
    EXPECT_LT(residentMegabytes() - before, tolerated);
}

}  // namespace
}  // namespace luot::simulator::references
