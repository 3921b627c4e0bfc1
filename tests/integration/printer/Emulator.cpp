#include "tests/integration/printer/Emulator.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace luot::tests {

Emulator::Emulator(std::vector<std::string> words) {
    words.insert(words.begin(),
                 {LUOT_BIN_DIR "/luot-printer-emulator", "--speed", "1000", "--control", "stdin"});
    int out[2] = {};
    int in[2] = {};
    EXPECT_EQ(::pipe2(out, O_CLOEXEC), 0);
    EXPECT_EQ(::pipe2(in, O_CLOEXEC), 0);
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    process_ = ::fork();
    if (process_ == 0) {
        ::dup2(out[1], 1);
        ::dup2(in[0], 0);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(out[1]);
    ::close(in[0]);
    orders_ = in[1];
    const std::string ready = "listening ";
    answers_ = out[0];
    const auto line = readLine();
    EXPECT_TRUE(line.starts_with(ready)) << line;
    url_ = line.substr(std::min(line.size(), ready.size()));
}

Emulator::~Emulator() {
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
    ::close(orders_);
    ::close(answers_);
}

void Emulator::order(const std::string& words) {
    const auto line = words + "\n";
    EXPECT_EQ(::write(orders_, line.data(), line.size()), static_cast<ssize_t>(line.size()));
    EXPECT_NE(readLine(), "");
}

std::string Emulator::setting() const {
    const std::string pty = "pty://";
    if (url_.starts_with(pty)) return "serial:" + url_.substr(pty.size());
    return url_;
}

std::string Emulator::readLine() const {
    std::string line;
    pollfd ready{answers_, POLLIN, 0};
    for (char c = 0; ::poll(&ready, 1, 20'000) > 0 && ::read(answers_, &c, 1) == 1 && c != '\n';) line += c;
    return line;
}

}  // namespace luot::tests
