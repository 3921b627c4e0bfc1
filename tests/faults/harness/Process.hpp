#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

namespace luot::faults {

struct Start {
    std::string program;  ///< one of ours by its name, or a path
    std::vector<std::string> arguments;
    std::vector<std::string> environment;  ///< "NAME=value", beside what the test has
    std::string errors;                    ///< file that gets what it says on stderr; empty: the test's own
};

/// A program that runs beside the test, and dies with it.
class Process {
public:
    explicit Process(const Start& start);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    pid_t pid() const { return pid_; }
    bool runs();
    /// What it has in memory for itself alone, in KiB.
    double memory() const;
    int openFiles() const;
    /// The next line that it writes; what has come when nothing more does in that time.
    std::string line(std::chrono::milliseconds within);
    /// Waits for its end: the exit code, minus the signal that ended it.
    int wait();
    int end(int signal);

private:
    pid_t pid_ = -1;
    int out_ = -1;
    int code_ = 0;
};

/// What a program that ended by itself said.
struct Said {
    int code = -1;
    std::string out;
    std::string err;
};
Said run(const Start& start);

std::string textOf(const std::string& file);
std::string programPath(const std::string& name);
std::string sourcePath(const std::string& relative);

}  // namespace luot::faults
