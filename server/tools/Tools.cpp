#include "server/tools/Tools.hpp"

#include <fmt/format.h>

#include <charconv>
#include <csignal>
#include <cstdio>

#include "base/Clock.hpp"
#include "journal/SqliteJournal.hpp"
#include "server/auth/Tokens.hpp"
#include "server/hall/Visits.hpp"

namespace luot::server::tools {

namespace {

using base::Result;
using base::settings::Arguments;

Result<std::optional<int>> counterOf(const Arguments& arguments) {
    const auto text = arguments.value("--counter");
    if (!text) return std::nullopt;
    int counter = 0;
    const auto read = std::from_chars(text->data(), text->data() + text->size(), counter);
    if (read.ec != std::errc{} || read.ptr != text->data() + text->size() || counter < 1)
        return base::fail(base::Fault::invalidInput, "--counter must be the number of a counter, 1 or more");
    return counter;
}

}  // namespace

Result<> makeToken(const Arguments& arguments) {
    const auto counter = counterOf(arguments);
    if (!counter) return tl::unexpected(counter.error());
    auto token = auth::makeToken(arguments.required("--role"), arguments.required("--name"), *counter,
                                 base::SystemClock().now());
    if (!token) return tl::unexpected(token.error());
    const auto& folder = arguments.required("--data");
    auto journal = journal::openSqliteJournal(folder, journal::Access::beside);
    if (!journal) return tl::unexpected(journal.error());
    if (auto added = (*journal)->addToken(token->row); !added) return added;
    // The running server is told, so that it logs the token at once; it would accept it without.
    if (const auto server = journal::runningServer(folder)) kill(*server, SIGHUP);
    std::printf("%s\n", token->secret.c_str());
    return {};
}

Result<> verifyJournal(const Arguments& arguments) {
    auto findings = journal::verify(arguments.required("--data"), hall::visitProjector());
    if (!findings) return tl::unexpected(findings.error());
    for (const auto& finding : *findings)
        std::printf("%s\n", finding.seq > 0 ? fmt::format("event {}: {}", finding.seq, finding.what).c_str()
                                            : finding.what.c_str());
    if (!findings->empty())
        return base::fail(
            base::Fault::storage,
            fmt::format("{} findings; restore the last backup with 'luot-server restore'", findings->size()));
    std::printf("ok\n");
    return {};
}

Result<> rebuildProjections(const Arguments& arguments) {
    return journal::rebuild(arguments.required("--data"), hall::visitProjector());
}

Result<> backupJournal(const Arguments& arguments) {
    return journal::backup(arguments.required("--data"), arguments.required("--out"));
}

Result<> restoreJournal(const Arguments& arguments) {
    return journal::restore(arguments.required("--data"), arguments.required("--from"));
}

}  // namespace luot::server::tools
