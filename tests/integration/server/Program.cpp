#include "Program.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace luot::tests {

namespace {

struct Child {
    pid_t pid = -1;
    int out = -1;
    int err = -1;
};

Child start(const std::string& name, const std::vector<std::string>& arguments, bool catchErr) {
    int out[2], err[2];
    EXPECT_EQ(pipe2(out, O_CLOEXEC), 0);
    EXPECT_EQ(pipe2(err, O_CLOEXEC), 0);
    std::string program = std::string(LUOT_BIN_DIR) + "/" + name;
    std::vector<char*> argv{program.data()};
    auto copies = arguments;
    for (auto& argument : copies) argv.push_back(argument.data());
    argv.push_back(nullptr);
    const pid_t pid = fork();
    if (pid == 0) {
        dup2(out[1], 1);
        if (catchErr) dup2(err[1], 2);
        execv(program.c_str(), argv.data());
        _exit(127);
    }
    close(out[1]);
    close(err[1]);
    return {pid, out[0], err[0]};
}

std::string readAll(int fd) {
    std::string text;
    char buffer[4096];
    for (ssize_t got = 0; (got = read(fd, buffer, sizeof buffer)) > 0;)
        text.append(buffer, static_cast<std::size_t>(got));
    close(fd);
    return text;
}

int exitCodeOf(pid_t pid) {
    int status = 0;
    waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/// The first line, or what has come when nothing more does for 20 s.
std::string readLine(int fd) {
    std::string line;
    pollfd ready{fd, POLLIN, 0};
    while (poll(&ready, 1, 20'000) > 0) {
        char c = 0;
        if (read(fd, &c, 1) != 1 || c == '\n') break;
        line += c;
    }
    return line;
}

}  // namespace

Ended runProgram(const std::string& name, const std::vector<std::string>& arguments) {
    const auto child = start(name, arguments, true);
    Ended ended;
    ended.out = readAll(child.out);
    ended.err = readAll(child.err);
    ended.exitCode = exitCodeOf(child.pid);
    return ended;
}

ServerProcess::ServerProcess(std::vector<std::string> arguments) {
    const auto child = start("luot-server", arguments, false);
    close(child.err);
    pid_ = child.pid;
    out_ = child.out;
    const auto line = readLine(out_);
    const std::string ready = "listening ";
    EXPECT_EQ(line.substr(0, ready.size()), ready) << "the server did not become ready";
    url_ = line.size() > ready.size() ? line.substr(ready.size()) : "";
}

ServerProcess::~ServerProcess() {
    if (pid_ > 0) end(SIGKILL);
    close(out_);
}

int ServerProcess::end(int signal) {
    kill(pid_, signal);
    const int code = exitCodeOf(pid_);
    pid_ = -1;
    return code;
}

std::vector<std::string> serverArguments(const std::string& data, std::vector<std::string> more) {
    std::vector<std::string> all{"run",
                                 "--data",
                                 data,
                                 "--centre",
                                 sourceFile("config/centre-commune-merged.toml"),
                                 "--listen",
                                 "127.0.0.1:0",
                                 "--start-time",
                                 "2026-11-23T08:00:00+07:00"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::string makeToken(const std::string& data, const std::string& role, const std::string& name,
                      int counter) {
    std::vector<std::string> arguments{"token", "--data", data, "--role", role, "--name", name};
    if (counter > 0) arguments.insert(arguments.end(), {"--counter", std::to_string(counter)});
    auto made = runProgram("luot-server", arguments);
    EXPECT_EQ(made.exitCode, 0) << made.err;
    if (!made.out.empty()) made.out.pop_back();
    return made.out;
}

std::string sourceFile(const std::string& relative) { return std::string(LUOT_SOURCE_DIR) + "/" + relative; }

}  // namespace luot::tests
