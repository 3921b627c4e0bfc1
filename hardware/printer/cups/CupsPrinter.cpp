#include "hardware/printer/cups/CupsPrinter.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cctype>
#include <cstring>
#include <thread>

#include "hardware/printer/job/DressedJob.hpp"
#include "hardware/printer/line/Handle.hpp"

extern char** environ;

namespace luot::hardware::printer::cups {

namespace {

using namespace std::chrono_literals;
using line::Deadline;
using line::Handle;

constexpr auto lookEvery = 20ms;           ///< whether lp has ended
constexpr std::size_t longestWords = 500;  ///< bytes of what lp says

/// A child whose stdin, stdout and stderr are one socket of ours.
struct Child {
    pid_t process = -1;
    Handle socket;
};

base::Result<Child> spawn(std::vector<std::string> words) {
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
        return base::fail(base::Fault::internal, std::strerror(errno));
    Child child{-1, Handle(ends[0], Handle::Kind::socket)};
    const Handle theirs(ends[1], Handle::Kind::socket);
    ::fcntl(ends[1], F_SETFL, 0);  // lp reads as from a file
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (int standard = 0; standard <= 2; ++standard)
        posix_spawn_file_actions_adddup2(&actions, ends[1], standard);
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const int error =
        posix_spawnp(&child.process, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error == 0) return child;
    return base::fail(base::Fault::unavailable, fmt::format("{}: {}", words[0], std::strerror(error)));
}

bool sendAll(Handle& socket, std::span<const std::uint8_t> bytes, Deadline deadline) {
    while (!bytes.empty()) {
        if (!socket.wait(true, deadline).toWrite) return false;
        const auto sent = socket.write(bytes);
        if (!sent) return false;
        bytes = bytes.subspan(*sent);
    }
    ::shutdown(socket.descriptor(), SHUT_WR);
    return true;
}

/// The exit code; -1 when it had to be ended.
int endOf(pid_t process, Deadline deadline) {
    int status = 0;
    while (::waitpid(process, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() >= deadline) {
            ::kill(process, SIGKILL);
            ::waitpid(process, &status, 0);
            return -1;
        }
        std::this_thread::sleep_for(lookEvery);
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string wordsOf(Handle& socket) {
    std::string words(longestWords, '\0');
    const auto got = ::read(socket.descriptor(), words.data(), words.size());
    words.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    while (!words.empty() && std::isspace(static_cast<unsigned char>(words.back())) != 0) words.pop_back();
    return words;
}

}  // namespace

bool CupsPrinter::isQueueName(std::string_view name) {
    constexpr std::size_t longest = 127;
    return !name.empty() && name.size() <= longest && name[0] != '-' &&
           name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-") ==
               std::string_view::npos;
}

/// "unknown" once lp has taken the job: then it may come out even after an error of lp's.
PrintReport CupsPrinter::print(const PrintJob& job) {
    const auto deadline = std::chrono::steady_clock::now() + deadlines_.write;
    auto child = spawn({program_, "-d", queue_, "-o", "raw", "-t", job.name, "-s"});
    if (!child) return {PrintState::failed, PrintFault::unreachable, child.error().what};
    const auto bytes = job::dress(job, Confirmation::none).bytes;
    const bool taken = sendAll(child->socket, bytes, deadline);
    const int exit = endOf(child->process, deadline);
    const auto words = wordsOf(child->socket);
    if (taken && exit == 0) return {PrintState::unknown, PrintFault::none, "the queue has taken the job"};
    const auto fault = exit < 0 ? PrintFault::busy : PrintFault::unreachable;
    return {taken && exit < 0 ? PrintState::unknown : PrintState::failed, fault,
            fmt::format("{} -d {} ended with {}: {}", program_, queue_, exit, words)};
}

}  // namespace luot::hardware::printer::cups
