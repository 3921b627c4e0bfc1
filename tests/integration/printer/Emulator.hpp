#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace luot::tests {

/// The virtual printer as a program of its own, which knows nothing of our side but the bytes.
class Emulator {
public:
    explicit Emulator(std::vector<std::string> words);
    ~Emulator();
    Emulator(const Emulator&) = delete;
    Emulator& operator=(const Emulator&) = delete;

    /// Does something to the printer, and waits until it is done.
    void order(const std::string& words);

    /// What our setting calls it.
    std::string setting() const;

private:
    std::string readLine() const;

    pid_t process_ = -1;
    int orders_ = -1;
    int answers_ = -1;
    std::string url_;
};

}  // namespace luot::tests
