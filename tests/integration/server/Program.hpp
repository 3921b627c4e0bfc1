#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace luot::tests {

/// What a program that ended by itself left.
struct Ended {
    int exitCode = -1;
    std::string out;
    std::string err;
};

/// Runs a program of ours to its end.
Ended runProgram(const std::string& name, const std::vector<std::string>& arguments);

/// A running luot-server. Killed with the object if it still runs.
class ServerProcess {
public:
    /// Starts and waits for the ready line; fails the test when none comes within 20 s.
    explicit ServerProcess(std::vector<std::string> arguments);
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    const std::string& url() const { return url_; }
    pid_t pid() const { return pid_; }
    /// Sends the signal and gives the exit code; minus the signal when it died of one.
    int end(int signal);

private:
    pid_t pid_ = -1;
    int out_ = -1;
    std::string url_;
};

/// Arguments of a server for tests: the merged commune on a simulated Monday at 08:00 in real pace.
std::vector<std::string> serverArguments(const std::string& data, std::vector<std::string> more = {});

/// A token made by the program, as a user would.
std::string makeToken(const std::string& data, const std::string& role, const std::string& name,
                      int counter = 0);

std::string sourceFile(const std::string& relative);

}  // namespace luot::tests
