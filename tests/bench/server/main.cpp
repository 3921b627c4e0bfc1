#include <cstdio>
#include <functional>
#include <map>
#include <string>

#include "Parts.hpp"

/// Measures the real server over loopback, each figure beside its floor from the same run. Files are in the
/// current directory: run it on a real disk. Arguments: --quick, and the parts to run (all without).
int main(int argc, char** argv) {
    using namespace luot::bench;
    Effort effort;
    const std::pair<std::string, std::function<void()>> parts[]{
        {"ticket", [&] { measureOneTicket(effort); }},
        {"throughput", [&] { measureThroughput(effort); }},
        {"fan-out", [&] { measureFanOut(effort); }},
        {"restart",
         [&] {
             for (const int tickets : {1'000, 10'000, 100'000}) measureRestart(effort, tickets);
         }},
        {"memory", [&] { measureMemory(); }},
    };
    std::map<std::string, bool> wanted;
    for (int i = 1; i < argc; ++i) {
        if (std::string(argv[i]) == "--quick")
            effort = {2, 100, 1, 20};
        else
            wanted[argv[i]] = true;
    }
    std::puts("| what | figure | floor, same run | ratio | goal |\n| --- | --- | --- | --- | --- |");
    for (const auto& [name, measure] : parts)
        if (wanted.empty() || wanted.contains(name)) measure();
}
