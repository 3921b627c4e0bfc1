#include "Centre.hpp"

#include <gtest/gtest.h>

#include <csignal>

namespace luot::faults {

namespace {

constexpr std::chrono::seconds readyWithin{30};
constexpr std::string_view readyLine = "listening ";

}  // namespace

Centre::Centre(std::vector<std::string> arguments)
    : shim_(folder_.file("data"), folder_.path()), arguments_(std::move(arguments)) {
    admin_ = token("admin", "boss");
}

std::string Centre::token(const std::string& role, const std::string& name, int counter) const {
    Start start{"luot-server", {"token", "--data", data(), "--role", role, "--name", name}, {}, {}};
    if (counter > 0) start.arguments.insert(start.arguments.end(), {"--counter", std::to_string(counter)});
    auto said = run(start);
    EXPECT_EQ(said.code, 0) << said.err;
    while (!said.out.empty() && said.out.back() == '\n') said.out.pop_back();
    return said.out;
}

void Centre::launch() {
    const auto address = url_.empty() ? host_ + ":0" : url_.substr(url_.rfind('/') + 1);
    Start start{"luot-server",
                {"run", "--data", data(), "--centre", sourcePath("config/centre-commune-merged.toml"),
                 "--listen", address},
                shim_.environment(),
                file("stderr")};
    start.arguments.insert(start.arguments.end(), arguments_.begin(), arguments_.end());
    launched_ = std::chrono::steady_clock::now();
    server_ = std::make_unique<Process>(start);
}

std::optional<double> Centre::waitUntilReady() {
    const auto line = server_->line(readyWithin);
    if (!line.starts_with(readyLine)) return std::nullopt;
    url_ = line.substr(readyLine.size());
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - launched_).count();
}

std::optional<double> Centre::start() {
    launch();
    return waitUntilReady();
}

void Centre::kill() {
    if (server_) server_->end(SIGKILL);
    server_.reset();
}

Verdict Centre::check(bool settled) {
    tests::Client client(url_, admin_);
    for (;;) {
        const auto before = ledger_.lastRead();
        const auto page = client.get("/api/v1/events?limit=10000&since=" + std::to_string(before));
        if (page.status != 200) {
            Verdict lost;
            lost.lost = 1;
            lost.words.push_back("the record cannot be read: " + page.text);
            return lost;
        }
        ledger_.read(page["events"]);
        if (ledger_.lastRead() == before) return ledger_.check(settled);
    }
}

std::string Centre::findings() const {
    const auto said = run({"luot-server", {"verify", "--data", data()}, {}, {}});
    return said.code == 0 ? "" : said.out + said.err;
}

}  // namespace luot::faults
