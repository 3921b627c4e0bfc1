#include "server/tools/Tools.hpp"

#include <fmt/format.h>

#include <charconv>
#include <csignal>
#include <cstdio>

#include "base/Clock.hpp"
#include "base/Log.hpp"
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

/// A kiosk gets the first digit that no other has or had; the tenth is 0.
Result<auth::NewToken> addToken(journal::Journal& journal, auth::NewToken token) {
    for (int count = 1; count <= auth::digits; ++count) {
        auto numbered = auth::withDigit(token, count % auth::digits);
        if (!numbered) break;
        auto added = journal.addToken(numbered->row);
        if (added) {
            base::logInfo("without the server this kiosk gives numbers such as A{}-001",
                          count % auth::digits);
            return std::move(*numbered);
        }
        if (added.error().fault != base::Fault::invalidInput) return tl::unexpected(added.error());
    }
    if (token.row.role == name(auth::Role::dispenser))
        base::logWarn("all {} digits are given: this kiosk cannot give numbers without the server",
                      auth::digits);
    if (auto added = journal.addToken(token.row); !added) return tl::unexpected(added.error());
    return token;
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
    auto added = addToken(**journal, std::move(*token));
    if (!added) return tl::unexpected(added.error());
    // The running server is told, so that it logs the token at once; it would accept it without.
    if (const auto server = journal::runningServer(folder)) kill(*server, SIGHUP);
    std::printf("%s\n", added->secret.c_str());
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
            fmt::format(
                "{} findings; put the last backup in place with 'luot-server restore --data {} --from "
                "COPY --salvage', which adds what can still be read behind it",
                findings->size(), arguments.required("--data")));
    std::printf("ok\n");
    return {};
}

Result<> rebuildProjections(const Arguments& arguments) {
    return journal::rebuild(arguments.required("--data"), hall::visitProjector());
}

Result<> backupJournal(const Arguments& arguments) {
    return journal::backup(arguments.required("--data"), arguments.required("--out"));
}

}  // namespace luot::server::tools
