#include "Server.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace luot::bench {

namespace {

struct Child {
    pid_t pid = -1;
    int out = -1;
};

Child startServer(std::vector<std::string> arguments) {
    std::string program = LUOT_BIN_DIR "/luot-server";
    std::vector<char*> argv{program.data()};
    for (auto& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    int out[2];
    if (::pipe2(out, O_CLOEXEC) != 0) giveUp("no pipe");
    const pid_t pid = ::fork();
    if (pid == 0) {
        // Whatever ends the benchmark leaves no server behind.
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::dup2(out[1], 1);
        ::execv(program.c_str(), argv.data());
        ::_exit(127);
    }
    ::close(out[1]);
    return {pid, out[0]};
}

std::string readLine(int file) {
    std::string line;
    for (char c = 0; ::read(file, &c, 1) == 1 && c != '\n';) line += c;
    return line;
}

std::string config(const BenchFolder& folder) {
    auto path = folder.file("server.toml");
    std::ofstream(path) << "requests_per_second = 1000000\n";
    return path;
}

}  // namespace

BenchFolder::BenchFolder() {
    std::string name = "server-bench-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) giveUp("no folder in the current directory");
    path_ = name;
}

BenchFolder::~BenchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

Server::Server(const BenchFolder& folder) {
    const auto child = startServer({"run", "--config", config(folder), "--data", folder.file("data"),
                                    "--centre", LUOT_SOURCE_DIR "/config/centre-commune-merged.toml",
                                    "--listen", "127.0.0.1:0", "--start-time", "2026-11-23T08:00:00+07:00"});
    pid_ = child.pid;
    out_ = child.out;
    const auto line = readLine(out_);
    const auto colon = line.rfind(':');
    if (!line.starts_with("listening ") || colon == std::string::npos)
        giveUp("the server did not become ready");
    port_ = static_cast<std::uint16_t>(std::stoi(line.substr(colon + 1)));
}

void Server::kill() {
    if (pid_ < 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
    ::close(out_);
    pid_ = -1;
}

std::string makeToken(const BenchFolder& folder) {
    const auto child =
        startServer({"token", "--data", folder.file("data"), "--role", "admin", "--name", "bench"});
    auto secret = readLine(child.out);
    ::close(child.out);
    ::waitpid(child.pid, nullptr, 0);
    if (secret.empty()) giveUp("no token");
    return secret;
}

double cpuMicros(pid_t process) {
    double nanos = 0;
    for (const auto& task : std::filesystem::directory_iterator(fmt::format("/proc/{}/task", process))) {
        double ran = 0;
        std::ifstream(task.path() / "schedstat") >> ran;
        nanos += ran;
    }
    return nanos / 1000;
}

double residentKiB(pid_t process) {
    std::ifstream status(fmt::format("/proc/{}/status", process));
    std::string line;
    while (std::getline(status, line))
        if (line.starts_with("VmRSS:")) return std::stod(line.substr(6));
    giveUp("the server is gone");
}

void giveUp(const std::string& why) {
    std::fprintf(stderr, "bench_server: %s\n", why.c_str());
    std::exit(1);
}

}  // namespace luot::bench
