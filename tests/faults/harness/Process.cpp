#include "Process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace luot::faults {

namespace {

int codeOf(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status); }

/// In the child; only calls that are safe after a fork of a program with threads.
[[noreturn]] void become(std::vector<char*>& argv, std::vector<char*>& environment, int out, int errors) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(out, 1);
    if (errors >= 0) dup2(errors, 2);
    execvpe(argv[0], argv.data(), environment.data());
    _exit(127);
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (auto& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

}  // namespace

Process::Process(const Start& start) {
    int out[2];
    if (pipe2(out, O_CLOEXEC) != 0) return;
    std::vector<std::string> arguments{programPath(start.program)};
    arguments.insert(arguments.end(), start.arguments.begin(), start.arguments.end());
    std::vector<std::string> environment = start.environment;
    for (char** entry = environ; *entry; ++entry) environment.emplace_back(*entry);
    auto argv = pointersTo(arguments), envp = pointersTo(environment);
    const int errors = start.errors.empty()
                           ? -1
                           : open(start.errors.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    pid_ = fork();
    if (pid_ == 0) become(argv, envp, out[1], errors);
    close(out[1]);
    if (errors >= 0) close(errors);
    out_ = out[0];
}

Process::~Process() {
    if (pid_ > 0) end(SIGKILL);
    close(out_);
}

double Process::memory() const {
    std::ifstream in("/proc/" + std::to_string(pid_) + "/smaps_rollup");
    for (std::string word; in >> word;)
        if (word == "Pss_Anon:") {
            double amount = 0;
            in >> amount;
            return amount;
        }
    return 0;
}

int Process::openFiles() const {
    int count = 0;
    for (const auto& file : std::filesystem::directory_iterator("/proc/" + std::to_string(pid_) + "/fd"))
        count += file.is_symlink();
    return count;
}

bool Process::runs() {
    int status = 0;
    if (pid_ < 0 || waitpid(pid_, &status, WNOHANG) == 0) return pid_ > 0;
    code_ = codeOf(status);
    pid_ = -1;
    return false;
}

std::string Process::line(std::chrono::milliseconds within) {
    std::string line;
    pollfd ready{out_, POLLIN, 0};
    while (poll(&ready, 1, static_cast<int>(within.count())) > 0) {
        char c = 0;
        if (read(out_, &c, 1) != 1 || c == '\n') break;
        line += c;
    }
    return line;
}

int Process::wait() {
    if (pid_ < 0) return code_;
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = -1;
    return code_ = codeOf(status);
}

int Process::end(int signal) {
    if (pid_ > 0) kill(pid_, signal);
    return wait();
}

Said run(const Start& start) {
    char name[] = "luot-said-XXXXXX";
    const std::string folder = std::getenv("TMPDIR") ? std::getenv("TMPDIR") : "/tmp";
    std::string errors = folder + "/" + name;
    close(mkstemp(errors.data()));
    Start with = start;
    with.errors = errors;
    Said said;
    {
        Process process(with);
        for (;;) {
            const auto line = process.line(std::chrono::seconds(60));
            if (line.empty() && !process.runs()) break;
            said.out += line + "\n";
        }
        said.code = process.wait();
    }
    said.err = textOf(errors);
    unlink(errors.c_str());
    return said;
}

std::string textOf(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string programPath(const std::string& name) {
    return name.find('/') != std::string::npos || !name.starts_with("luot-")
               ? name
               : std::string(LUOT_BIN_DIR) + "/" + name;
}

std::string sourcePath(const std::string& relative) { return std::string(LUOT_SOURCE_DIR) + "/" + relative; }

}  // namespace luot::faults
