#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace luot::bench {

/// A fresh folder in the current directory, which must be on a real disk; goes with the object.
class BenchFolder {
public:
    BenchFolder();
    ~BenchFolder();
    BenchFolder(const BenchFolder&) = delete;
    BenchFolder& operator=(const BenchFolder&) = delete;
    std::string file(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_;
};

/// The real luot-server on a folder: the merged commune on a simulated Monday at 08:00 in real pace. Killed
/// with the object.
class Server {
public:
    explicit Server(const BenchFolder& folder);
    ~Server() { kill(); }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const { return port_; }
    pid_t pid() const { return pid_; }
    void kill();

private:
    pid_t pid_ = -1;
    int out_ = -1;
    std::uint16_t port_ = 0;
};

/// A token of an administrator, made by the program as a user would.
std::string makeToken(const BenchFolder& folder);

/// What all threads of the process have had of the processors, in microseconds.
double cpuMicros(pid_t process);

/// Memory of the process that is in RAM, in KiB.
double residentKiB(pid_t process);

/// Ends the program with a sentence: a figure from a run that went wrong is worth nothing.
[[noreturn]] void giveUp(const std::string& why);

}  // namespace luot::bench
